package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import io.psabridge.testing.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom we trust, on connections to a server with a certificate of its own authority. */
@Timeout(30)
class TlsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir static Path folder;
    @TempDir static Path otherFolder;

    @SuppressWarnings("NullAway.Init") // by create
    private static TestAuthority authority;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext localhost;

    @SuppressWarnings("NullAway.Init") // by serve
    private RawServer server;

    @SuppressWarnings("NullAway.Init")
    private GuardedCalls outbound;

    @BeforeAll
    static void create() throws Exception {
        authority = TestAuthority.create(folder);
        localhost = authority.server("ip:127.0.0.1,dns:xn--mnchen-3ya.example.com");
    }

    private void serve(SSLContext context) throws IOException {
        open(RawServer.tls(context, RawServer.answering(OK)));
    }

    private void open(RawServer opened) {
        server = opened;
        ScriptedLookup names = new ScriptedLookup();
        names.answers("xn--mnchen-3ya.example.com", "127.0.0.1");
        String port = ":" + server.port();
        outbound =
                new GuardedCalls(
                        OutboundSettings.DEFAULTS.withAllowedOrigins(
                                List.of(
                                        "https://127.0.0.1" + port,
                                        "https://xn--mnchen-3ya.example.com" + port)),
                        CallGate.OPEN,
                        names,
                        Outbounds.DIRECT,
                        Outbounds.NO_WAIT);
    }

    @AfterEach
    void close() throws IOException {
        outbound.close();
        server.close();
    }

    @Test
    void aServerOfTheGivenAuthorityIsTrusted() throws Exception {
        serve(localhost);

        Reply reply = outbound.send(Calls.trusting(authority.pem(), server.origin()));

        assertThat(reply.text()).isEqualTo("ok");
    }

    @Test
    void aServerOfTheGivenAuthorityIsNotTrustedByCallsWithoutItOrWithAnother() throws Exception {
        serve(localhost);
        String another = TestAuthority.create(otherFolder).pem();
        outbound.send(Calls.trusting(authority.pem(), server.origin()));

        OutboundException without =
                failure(() -> outbound.send(Calls.trusting(null, server.origin())));
        OutboundException other =
                failure(() -> outbound.send(Calls.trusting(another, server.origin())));

        assertFails(without, Reason.TLS_FAILED, false);
        assertFails(other, Reason.TLS_FAILED, false);
        assertThat(without)
                .hasMessage("127.0.0.1 has a certificate of an authority that is not trusted here");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void textBeforeTheCertificateDoesNoHarm() throws Exception {
        serve(localhost);
        String explained = "subject=CN = Test CA\n" + authority.pem() + "\n\n";

        assertThat(outbound.send(Calls.trusting(explained, server.origin())).text())
                .isEqualTo("ok");
    }

    @Test
    void aConnectionIsUsedAgainUnderTheSameAuthority() throws Exception {
        serve(localhost);

        for (int i = 0; i < 5; i++) {
            outbound.send(Calls.trusting(authority.pem(), server.origin()));
        }

        assertThat(server.connections).hasSize(1);
    }

    @Test
    void theCertificateMustBeMadeOutForTheName() throws Exception {
        serve(authority.server("dns:another.example.com,ip:127.0.0.2"));

        OutboundException failure =
                failure(() -> outbound.send(Calls.trusting(authority.pem(), server.origin())));

        assertFails(failure, Reason.TLS_FAILED, false);
        assertThat(failure)
                .hasMessage("127.0.0.1 has a certificate that is not made out for this name");
    }

    @Test
    void anExpiredCertificateIsNamedAsSuch() throws Exception {
        serve(authority.server("ip:127.0.0.1", "-startdate", "-20d", "-validity", "10"));

        assertThat(failure(() -> outbound.send(Calls.trusting(authority.pem(), server.origin()))))
                .hasMessage("127.0.0.1 has a certificate that has expired");
    }

    @Test
    void anInternationalNameIsLookedUpAndVerifiedInItsAsciiSpelling() throws Exception {
        serve(localhost);
        String origin = server.origin("xn--mnchen-3ya.example.com");

        assertThat(outbound.send(Calls.trusting(authority.pem(), origin)).text()).isEqualTo("ok");
        assertThat(server.requests.getFirst()).contains("Host: xn--mnchen-3ya.example.com:");
    }

    @Test
    void aMalformedCertificateIsInvalidAndNothingIsSent() throws Exception {
        serve(localhost);
        String pem = authority.pem();
        for (String malformed :
                List.of(
                        "",
                        "nonsense",
                        pem.replace("MII", "MIX"),
                        pem.substring(0, pem.length() / 2),
                        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
                        pem + "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
                        pem + "x".repeat(70_000))) {
            OutboundException failure =
                    failure(() -> outbound.send(Calls.trusting(malformed, server.origin())));

            assertFails(failure, Reason.INVALID, false);
            assertThat(failure).hasMessageStartingWith("The CA certificate cannot be read");
        }
        assertThat(server.connections).isEmpty();
    }

    @Test
    void aRequestThatNobodyReadsEndsAtTheDeadline() throws Exception {
        open(
                RawServer.tls(
                        localhost,
                        (s, socket) -> {
                            socket.getInputStream().read();
                            s.awaitEnd();
                        }));
        String huge = "x".repeat(20_000_000);
        Duration time = Duration.ofMillis(1500);

        assertFails(
                failure(() ->
                        outbound.send(
                                Calls.call("POST", server.origin(), huge, time, authority.pem()))),
                Reason.TIMEOUT,
                true);
    }

    @Test
    void silenceEndsAtTheDeadlineAndTheConnectionIsClosed() throws Exception {
        open(
                RawServer.tls(
                        localhost,
                        (s, socket) -> {
                            s.readRequest(socket);
                            s.awaitClientLeaves(socket);
                        }));
        Duration time = Duration.ofMillis(1500);

        assertFails(
                failure(() ->
                        outbound.send(
                                Calls.call("POST", server.origin(), "{}", time, authority.pem()))),
                Reason.TIMEOUT,
                true);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void aServerThatSpeaksNoTlsWasNeverWritten() throws Exception {
        open(RawServer.plain((s, socket) -> RawServer.write(socket, "220 smtp ready\r\n")));

        assertFails(
                failure(() -> outbound.send(Calls.get(server.origin().replace("http:", "https:")))),
                Reason.TLS_FAILED,
                false);
    }

    @Test
    void aHandshakeThatNeverStartsEndsAtTheDeadlineAndWasNeverWritten() throws Exception {
        open(RawServer.plain((s, socket) -> s.awaitClientLeaves(socket)));

        assertFails(slow(), Reason.TIMEOUT, false);
        assertThat(server.clientLeft()).isTrue();
    }

    @Test
    void aHandshakeByteByByteEndsAtTheDeadlineAndWasNeverWritten() throws Exception {
        open(
                RawServer.plain((s, socket) -> {
                    RawServer.write(socket, "\26\3\3@\0");
                    while (true) {
                        RawServer.write(socket, "\2");
                        Thread.sleep(20);
                    }
                }));

        assertFails(slow(), Reason.TIMEOUT, false);
        assertThat(server.clientLeft()).isTrue();
    }

    private OutboundException slow() {
        String address = server.origin().replace("http:", "https:");
        return failure(() -> outbound.send(Calls.post(address, "{}", Duration.ofMillis(400))));
    }
}
