package io.psabridge.connectwise;

import io.psabridge.http.Call;
import io.psabridge.http.CallGate;
import io.psabridge.http.GuardedOutbound;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.OutboundSettings;
import io.psabridge.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends what is meant for any host to the double, by the real guarded client; remembers it. */
final class RewritingOutbound implements Outbound, AutoCloseable {

    private final String origin;
    private final GuardedOutbound guarded;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    RewritingOutbound(String origin) {
        this.origin = origin;
        this.guarded =
                new GuardedOutbound(
                        OutboundSettings.DEFAULTS
                                .withAllowedOrigins(List.of(origin))
                                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10)),
                        CallGate.OPEN);
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        calls.add(call);
        String query = call.uri().getRawQuery();
        URI here =
                URI.create(origin + call.uri().getRawPath() + (query == null ? "" : "?" + query));
        return guarded.send(
                new Call(
                        call.connection(),
                        call.method(),
                        here,
                        call.headers(),
                        call.body(),
                        call.deadline(),
                        call.repeatable(),
                        call.caCertificate()));
    }

    /** As they were meant, in order. */
    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        guarded.close();
    }
}
