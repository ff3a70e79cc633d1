package io.psabridge.http;

import static io.psabridge.http.Outbounds.assertFails;
import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.http.OutboundException.Reason;
import io.psabridge.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the gate is asked, and what its answer does. */
class CallGateTest {

    private final List<String> events = new ArrayList<>();

    @Test
    void theGateIsAskedBeforeEachTry() throws Exception {
        CallGate gate = gate(() -> {});
        Outbound exchanges =
                call -> {
                    events.add("sent");
                    throw new OutboundException(Reason.BROKEN, true, "broken", null);
                };
        Outbound outbound = new RetryingOutbound(limited(exchanges, gate), gate, Outbounds.NO_WAIT);

        failure(() -> outbound.send(Calls.get("https://psa.example.com")));

        assertThat(events)
                .containsExactly(
                        "connection-1", "sent", "connection-1", "sent", "connection-1", "sent");
    }

    @Test
    void aBlockedConnectionSendsNothing() {
        CallGate gate =
                new CallGate() {
                    @Override
                    public void beforeCall(String connection) throws OutboundException {
                        throw new OutboundException(
                                Reason.BUSY, false, "Blocked", null, Duration.ofSeconds(9));
                    }

                    @Override
                    public void blocked(String connection, Duration time) {}
                };
        Outbound outbound =
                new RetryingOutbound(limited(this::neverSent, gate), gate, Outbounds.NO_WAIT);

        OutboundException busy = failure(() -> outbound.send(Calls.get("https://psa.example.com")));

        assertFails(busy, Reason.BUSY, false);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(events).isEmpty();
    }

    @Test
    void aRefusalInsideATransactionReachesTheCallerAndLeavesThePlaceFree() throws Exception {
        CallGate gate =
                gate(() -> {
                    throw new IllegalStateException("inside a transaction");
                });
        Places places = new Places(OutboundSettings.DEFAULTS, new Watchdog());
        Outbound outbound = new LimitedOutbound(this::neverSent, gate, places);

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> outbound.send(Calls.get("https://psa.example.com")))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(places.rooms()).isZero();
    }

    @Test
    void connectionsWithoutCallsLeaveNothingBehind() throws Exception {
        Places places = new Places(OutboundSettings.DEFAULTS, new Watchdog());
        for (int i = 0; i < 1000; i++) {
            places.take("connection-" + i, Deadline.in(Duration.ofSeconds(1))).leave();
        }

        assertThat(places.rooms()).isZero();
    }

    private Reply neverSent(Call call) {
        events.add("sent");
        return new Reply(200, List.of(), new byte[0]);
    }

    private CallGate gate(Runnable check) {
        return new CallGate() {
            @Override
            public void beforeCall(String connection) {
                events.add(connection);
                check.run();
            }

            @Override
            public void blocked(String connection, Duration time) {}
        };
    }

    private static Outbound limited(Outbound next, CallGate gate) {
        return new LimitedOutbound(
                next, gate, new Places(OutboundSettings.DEFAULTS, new Watchdog()));
    }
}
