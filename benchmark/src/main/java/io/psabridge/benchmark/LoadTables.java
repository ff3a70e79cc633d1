package io.psabridge.benchmark;

/** Many callers at once. */
final class LoadTables {

    private LoadTables() {}

    static String of(Throughput throughput) {
        Table table =
                new Table(
                        "callers",
                        "reads a second",
                        "to one caller",
                        "p50 ms",
                        "p95 ms",
                        "bridge CPU ms a read",
                        "PostgreSQL",
                        "sandbox");
        double one = throughput.levels().values().iterator().next().perSecond();
        throughput
                .levels()
                .forEach((callers, level) ->
                        table.row(
                                String.valueOf(callers),
                                "**" + Table.whole(level.perSecond()) + "**",
                                Table.ratio(level.perSecond(), one),
                                Table.fine(level.p50()),
                                Table.fine(level.p95()),
                                Table.fine(level.cpu()),
                                Table.fine(level.postgres()),
                                Table.fine(level.sandbox())));
        Table memory = new Table("memory after that", "MiB");
        memory.row("bridge, resident", "**" + Table.whole(throughput.residentMib()) + "**");
        memory.row("bridge, most that was ever resident", Table.whole(throughput.peakMib()));
        memory.row(
                "PostgreSQL's processes, shared memory once",
                Table.whole(throughput.postgresMib()));
        return """
        ## Many calls

        Ticket reads by callers of different tenants (a connection has at most 4 calls at once). The sandbox alone, asked by the same caller without
        a bridge, answers %s reads a second here: it, PostgreSQL and the caller share the cores with the bridge.

        """
                        .formatted(Table.whole(throughput.sandboxAlone()))
                + table.text()
                + memory.text();
    }
}
