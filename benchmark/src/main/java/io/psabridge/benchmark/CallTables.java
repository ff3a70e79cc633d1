package io.psabridge.benchmark;

/** One caller, one call after the other. */
final class CallTables {

    private CallTables() {}

    static String of(Calls calls) {
        Table times =
                new Table(
                        "milliseconds",
                        "PSA alone p50",
                        "p95",
                        "through the bridge p50",
                        "p95",
                        "more p50",
                        "more p95",
                        "bridge : PSA");
        row(times, "ticket read", calls.read());
        row(times, "note", calls.note());
        Table cost = new Table("processor time of a read", "ms", "to the bridge");
        Cost.Spent spent = calls.spent();
        cost.row("bridge", Table.fine(spent.bridge()), Table.ratio(1, 1));
        cost.row(
                "PostgreSQL",
                Table.fine(spent.postgres()),
                Table.ratio(spent.postgres(), spent.bridge()));
        cost.row(
                "sandbox PSA",
                Table.fine(spent.sandbox()),
                Table.ratio(spent.sandbox(), spent.bridge()));
        Samples forced = calls.forced();
        return """
        ## One call

        One caller on one kept-alive connection. Pairs, in turn: the request that the bridge sends to the PSA sent to it directly, and the call
        through the bridge that causes that request. *More* is what the bridge took longer in its pair.

        """
                + times.text()
                + """
                A note is recorded durably before it is answered; nothing is recorded of a read. One page written and forced to this disk takes %s ms
                (p50; p95 %s): so long a note takes at least, here.

                """
                        .formatted(Table.fine(forced.median()), Table.fine(forced.percentile(95)))
                + cost.text();
    }

    private static void row(Table table, String name, Overhead overhead) {
        table.row(
                name,
                Table.fine(overhead.direct().median()),
                Table.fine(overhead.direct().percentile(95)),
                Table.fine(overhead.bridge().median()),
                Table.fine(overhead.bridge().percentile(95)),
                "**" + Table.fine(overhead.more().median()) + "**",
                Table.fine(overhead.more().percentile(95)),
                Table.ratio(overhead.bridge().median(), overhead.direct().median()));
    }
}
