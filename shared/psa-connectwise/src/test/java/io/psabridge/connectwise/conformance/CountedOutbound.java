package io.psabridge.connectwise.conformance;

import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was sent for each connection: a server's log may lag behind what a client saw. */
final class CountedOutbound implements Outbound {

    private final Outbound next;
    private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();

    CountedOutbound(Outbound next) {
        this.next = next;
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        try {
            Reply reply = next.send(call);
            count(call.connection()).incrementAndGet();
            return reply;
        } catch (OutboundException e) {
            if (e.written()) {
                count(call.connection()).incrementAndGet();
            }
            throw e;
        }
    }

    AtomicInteger count(String connection) {
        return sent.computeIfAbsent(connection, name -> new AtomicInteger());
    }
}
