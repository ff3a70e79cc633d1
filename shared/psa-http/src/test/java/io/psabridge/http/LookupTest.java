package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name look-ups that hang or fail. */
@Timeout(20)
class LookupTest {

    private static final String ADDRESS = "https://psa.example.com";
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Trap trap = new Trap();

    @AfterEach
    void close() throws Exception {
        over.countDown();
        trap.close();
    }

    @Test
    void aLookupThatHangsEndsAtTheDeadlineAndNothingWasWritten() {
        try (GuardedCalls outbound = open(new SystemLookup(LONG, this::hang))) {
            OutboundException failure =
                    failure(() -> outbound.send(Calls.post(ADDRESS, "{}", SHORT)));

            assertFails(failure, Reason.TIMEOUT, false);
        }
        assertThat(trap.reached()).isEmpty();
    }

    @Test
    void aLookupThatHangsEndsAtTheConnectTimeout() {
        try (GuardedCalls outbound = open(new SystemLookup(SHORT, this::hang))) {
            assertFails(
                    failure(() -> outbound.send(Calls.post(ADDRESS, "{}", LONG))),
                    Reason.TIMEOUT,
                    false);
        }
    }

    @Test
    void aNameWithoutAddressIsAnUnknownHost() {
        SystemLookup nothing =
                new SystemLookup(
                        LONG,
                        host -> {
                            throw new UnknownHostException(host);
                        });
        try (GuardedCalls outbound = open(nothing)) {
            OutboundException failure = failure(() -> outbound.send(Calls.get(ADDRESS)));

            assertFails(failure, Reason.UNKNOWN_HOST, false);
            assertThat(failure).hasMessage("There is no host psa.example.com");
        }
    }

    @Test
    void anAddressThatComesAfterTheDeadlineIsNotConnectedTo() {
        GuardedResolver.Lookup late =
                (host, deadline) -> {
                    while (!deadline.passed()) {
                        Thread.onSpinWait();
                    }
                    LockSupport.parkNanos(SHORT.toNanos()); // the call is stopped meanwhile
                    return new InetAddress[] {InetAddress.ofLiteral("93.184.215.14")};
                };
        try (GuardedCalls outbound = open(late)) {
            assertFails(
                    failure(() -> outbound.send(Calls.post(ADDRESS, "{}", SHORT))),
                    Reason.TIMEOUT,
                    false);
        }
        assertThat(trap.reached()).isEmpty();
    }

    private GuardedCalls open(GuardedResolver.Lookup lookup) {
        return new GuardedCalls(
                OutboundSettings.DEFAULTS, CallGate.OPEN, lookup, trap, Outbounds.NO_WAIT);
    }

    private InetAddress[] hang(String host) throws UnknownHostException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }
}
