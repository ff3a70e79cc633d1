package io.psabridge.benchmark;

import java.util.List;

/** What the bridge sends to the PSA, found by looking at what the PSA received. */
final class DirectCalls {

    private final Request sample;
    private final List<String> tickets;

    private DirectCalls(Request sample, List<String> tickets) {
        this.sample = sample;
        this.tickets = tickets;
    }

    static DirectCalls reads(Bench bench) {
        return like(bench, bench.customers().getFirst().read(0));
    }

    static DirectCalls notes(Bench bench) {
        return like(bench, bench.customers().getFirst().note(0));
    }

    /** For the ticket that the first customer's call of the same number is about. */
    Request call(int count) {
        String ticket = "/" + tickets.get(count % tickets.size());
        return new Request(
                sample.method(),
                sample.target().replace("/" + tickets.getFirst(), ticket),
                sample.headers(),
                sample.body());
    }

    private static DirectCalls like(Bench bench, Request request) {
        try (Wire wire = Wire.to(bench.bridge().url())) {
            wire.send(request).expectSuccess();
            return new DirectCalls(
                    bench.sandbox().lastRequest(), bench.customers().getFirst().tickets());
        }
    }
}
