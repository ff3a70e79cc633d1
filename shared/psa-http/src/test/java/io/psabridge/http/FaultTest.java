package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that misbehave: what we say of it, how often we called, and whether we hung up. */
@Timeout(30)
class FaultTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @SuppressWarnings("NullAway.Init") // by serve
    private RawServer server;

    @SuppressWarnings("NullAway.Init")
    private GuardedCalls outbound;

    private void serve(RawServer.Script script) throws IOException {
        server = RawServer.plain(script);
        outbound = Outbounds.open(Outbounds.allowing(server).withMaxBodyBytes(100_000));
    }

    @AfterEach
    void close() throws IOException {
        outbound.close();
        server.close();
    }

    @Test
    void aRefusedConnectionWasNeverWritten() throws Exception {
        serve(RawServer.answering(OK));
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String address = "http://127.0.0.1:" + closed;
        outbound.close();
        outbound = Outbounds.open(OutboundSettings.DEFAULTS.withAllowedOrigins(List.of(address)));

        assertFails(
                failure(() -> outbound.send(Calls.post(address, "{}"))),
                Reason.CONNECT_FAILED,
                false);
    }

    @Test
    void aResetWhileTheRequestWasReadIsWrittenAndAPostIsSentOnce() throws Exception {
        serve((s, socket) -> {
            socket.getInputStream().read();
            RawServer.reset(socket);
        });

        assertFails(post(), Reason.BROKEN, true);

        assertThat(server.connections).hasSize(1);
    }

    @Test
    void aResetBeforeTheRequestWasReadIsWrittenUnlessItCameFirst() throws Exception {
        serve((s, socket) -> RawServer.reset(socket));

        OutboundException failure = post();

        assertThat(failure.written()).isEqualTo(failure.reason() == Reason.BROKEN);
        if (failure.written()) {
            assertThat(server.connections).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void aResetAfterTheRequestWasReadIsWrittenAndAPostIsSentOnce() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.reset(socket);
        });

        assertFails(post(), Reason.BROKEN, true);

        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aGetThatBreaksIsSentThreeTimes() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.reset(socket);
        });

        assertFails(get(), Reason.BROKEN, true);

        assertThat(server.requests).hasSize(3);
    }

    @Test
    void aGetThatBreaksOnceIsAnswered() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            if (s.requests.size() == 1) {
                RawServer.reset(socket);
            } else {
                RawServer.write(socket, OK);
            }
        });

        assertThat(outbound.send(Calls.get(server.origin())).text()).isEqualTo("ok");
    }

    @Test
    void anAnswerThatEndsInItsHeadIsBroken() throws Exception {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Le");

        assertFails(post(), Reason.BROKEN, true);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void anAnswerThatEndsInItsBodyIsBroken() throws Exception {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");

        assertFails(post(), Reason.BROKEN, true);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aChunkedAnswerThatEndsEarlyIsBroken() throws Exception {
        answerOnce("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");

        assertFails(post(), Reason.BROKEN, true);
    }

    @Test
    void anAnswerThatIsNoHttpIsBroken() throws Exception {
        answerOnce("SSH-2.0-OpenSSH_9.6\r\n\r\n");

        assertFails(post(), Reason.BROKEN, true);
    }

    @Test
    void anEndlessBodyIsCutOffAndTheConnectionClosed() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                RawServer.write(socket, "x".repeat(1000));
            }
        });

        assertFails(post(), Reason.TOO_LARGE, true);
        assertThat(server.clientLeft()).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aBodyAnnouncedAsTooLongIsNotRead() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nx");
            s.awaitClientLeaves(socket);
        });

        assertFails(get(), Reason.TOO_LARGE, true);
        assertThat(server.clientLeft()).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() throws Exception {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));

        assertThat(outbound.send(Calls.get(server.origin())).body()).hasSize(100_000);
    }

    @Test
    void endlessHeadersAreCutOff() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.write(socket, "X-Header: x\r\n");
            }
        });

        assertFails(post(), Reason.TOO_LARGE, true);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void anEndlessHeaderLineIsCutOff() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nX: ");
            while (true) {
                RawServer.write(socket, "x".repeat(1000));
            }
        });

        assertFails(post(), Reason.TOO_LARGE, true);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void aBodyThatComesByteByByteEndsAtTheDeadlineAndTheConnectionIsClosed() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            drip(socket);
        });

        assertFails(postSoon(), Reason.TIMEOUT, true);
        assertThat(server.clientLeft()).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aHeadThatComesByteByByteEndsAtTheDeadline() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            drip(socket);
        });

        assertFails(postSoon(), Reason.TIMEOUT, true);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void interimAnswersWithoutEndEndAtTheDeadline() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            while (true) {
                RawServer.write(socket, "HTTP/1.1 102 Processing\r\n\r\n");
            }
        });

        assertFails(postSoon(), Reason.TIMEOUT, true);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void silenceEndsAtTheDeadlineAndTheConnectionIsClosed() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            s.awaitClientLeaves(socket);
        });

        assertFails(postSoon(), Reason.TIMEOUT, true);
        assertThat(server.clientLeft()).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void silenceEndsAtTheReadTimeoutAndIsNotAskedAgain() throws Exception {
        server =
                RawServer.plain((s, socket) -> {
                    s.readRequest(socket);
                    s.awaitClientLeaves(socket);
                });
        outbound = Outbounds.open(Outbounds.allowing(server).withTimeouts(SOON, SOON));

        assertFails(get(), Reason.TIMEOUT, true);
        assertThat(server.clientLeft()).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aRequestThatNobodyReadsEndsAtTheDeadline() throws Exception {
        serve((s, socket) -> s.awaitEnd());
        String huge = "x".repeat(20_000_000);

        assertFails(
                failure(() -> outbound.send(Calls.post(server.origin(), huge, SOON))),
                Reason.TIMEOUT,
                true);
    }

    @Test
    void aDeadlineThatHasPassedMeansNothingIsWritten() throws Exception {
        serve(RawServer.answering(OK));

        assertFails(
                failure(() -> outbound.send(Calls.post(server.origin(), "{}", Duration.ZERO))),
                Reason.TIMEOUT,
                false);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aConnectionThatTheServerClosedWhileIdleNeverMakesAPostGoTwice() throws Exception {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, OK);
        });
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            OutboundException failure =
                    failure(() -> outbound.send(Calls.post(server.origin(), "{}")));
            if (failure != null) {
                assertFails(failure, Reason.BROKEN, true);
            } else {
                sent++;
            }
        }
        assertThat(server.requests).hasSize(sent);
    }

    @Test
    void aFailureNamesHostAndReasonAndHoldsNoQuery() throws Exception {
        answerOnce("");

        OutboundException failure =
                failure(() -> outbound.send(Calls.post(server.origin() + "/path?q=private", "{}")));

        assertThat(failure)
                .hasMessage("127.0.0.1 broke the connection, or its answer is no HTTP")
                .message()
                .doesNotContain("private");
    }

    private void answerOnce(String answer) throws IOException {
        serve((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, answer);
        });
    }

    private static void drip(java.net.Socket socket) throws Exception {
        while (true) {
            RawServer.write(socket, "H");
            Thread.sleep(20);
        }
    }

    private OutboundException get() {
        return failure(() -> outbound.send(Calls.get(server.origin())));
    }

    private OutboundException post() {
        return failure(() -> outbound.send(Calls.post(server.origin(), "{}")));
    }

    private OutboundException postSoon() {
        return failure(() -> outbound.send(Calls.post(server.origin(), "{}", SOON)));
    }
}
