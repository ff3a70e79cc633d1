package io.psabridge.connectwise;

import io.psabridge.http.Call;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent and what comes back. */
final class Exchanges implements Outbound {

    private static final String API = "/apis/3.0";

    private final Outbound next;
    private final List<Exchange> all = new ArrayList<>();

    Exchanges(Outbound next) {
        this.next = next;
    }

    /** A call and its answer. */
    record Exchange(Call call, Reply reply) {

        /** Below {@code apis/3.0}; what lies beside the API is whole. */
        String path() {
            String path = call.uri().getRawPath();
            int api = path.indexOf(API);
            return api < 0 ? path : path.substring(api + API.length());
        }
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        Reply reply = next.send(call);
        all.add(new Exchange(call, reply));
        return reply;
    }

    List<Exchange> all() {
        return List.copyOf(all);
    }
}
