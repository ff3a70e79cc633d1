package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls of one connection run at once. */
@Timeout(30)
class PlacesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch arrived = new CountDownLatch(4);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // by serve
    private RawServer server;

    @SuppressWarnings("NullAway.Init")
    private GuardedCalls outbound;

    private void serve(Duration wait, Duration readTimeout) throws IOException {
        server =
                RawServer.plain((s, socket) -> {
                    while (s.readRequest(socket)) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        arrived.countDown();
                        answer.await();
                        running.decrementAndGet();
                        RawServer.write(socket, OK);
                    }
                });
        outbound =
                Outbounds.open(
                        Outbounds.allowing(server)
                                .withTimeouts(SHORT, readTimeout)
                                .withCallsAtOnce(4, wait));
    }

    @AfterEach
    void close() throws IOException {
        answer.countDown();
        callers.shutdownNow();
        outbound.close();
        server.close();
    }

    @Test
    void aFifthCallIsBusyAndNothingOfItIsSent() throws Exception {
        serve(SHORT, Duration.ofSeconds(10));
        List<Future<Reply>> four = send(4, "busy");
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        OutboundException busy = failure(() -> outbound.send(call("busy")));

        assertFails(busy, Reason.BUSY, false);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(server.requests).hasSize(4);
        answer.countDown();
        for (Future<Reply> reply : four) {
            assertThat(reply.get().status()).isEqualTo(200);
        }
    }

    @Test
    void anotherConnectionHasPlacesOfItsOwn() throws Exception {
        serve(SHORT, Duration.ofSeconds(10));
        List<Future<Reply>> calls = new ArrayList<>(send(4, "one"));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        Future<Reply> other = send(1, "other").getFirst();
        answer.countDown();

        assertThat(other.get().status()).isEqualTo(200);
        for (Future<Reply> reply : calls) {
            reply.get();
        }
    }

    @Test
    void manyCallsWaitForAPlaceAndNeverMoreThanFourRun() throws Exception {
        serve(Duration.ofSeconds(5), Duration.ofSeconds(10));
        List<Future<Reply>> calls = send(20, "many");
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        answer.countDown();

        for (Future<Reply> reply : calls) {
            assertThat(reply.get().status()).isEqualTo(200);
        }
        assertThat(most).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void aCallThatWasGivenUpKeepsItsPlaceUntilItCouldHaveEnded() throws Exception {
        serve(SHORT, Duration.ofMillis(1500));
        long start = System.nanoTime();
        List<Future<OutboundException>> givenUp = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Call impatient = Calls.get(server.origin(), Duration.ofMillis(300));
            givenUp.add(callers.submit(() -> failure(() -> outbound.send(impatient))));
        }
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        for (Future<OutboundException> each : givenUp) {
            each.get();
        }
        assertFails(failure(() -> outbound.send(call("connection-1"))), Reason.BUSY, false);

        answer.countDown();
        Reply reply = null;
        while (reply == null) {
            try {
                reply = outbound.send(call("connection-1"));
            } catch (OutboundException e) {
                assertThat(e.reason()).isEqualTo(Reason.BUSY);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(1500));
    }

    private List<Future<Reply>> send(int count, String connection) {
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(callers.submit(() -> outbound.send(call(connection))));
        }
        return replies;
    }

    private Call call(String connection) {
        Call call = Calls.get(server.origin());
        return new Call(
                connection,
                call.method(),
                call.uri(),
                call.headers(),
                null,
                call.deadline(),
                true,
                null);
    }
}
