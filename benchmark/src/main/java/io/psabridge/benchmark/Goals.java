package io.psabridge.benchmark;

/** Goals and numbers side by side. */
final class Goals {

    private static final double OVERHEAD_MILLIS = 1;
    private static final double READ_CPU_MILLIS = 0.5;
    private static final double READS_A_SECOND = 1_500;
    private static final double RESIDENT_MIB = 400;
    private static final double START_MILLIS = 10_000;

    private Goals() {}

    static String table(Findings findings) {
        Table table = new Table("goal", "wanted", "measured", "met");
        Calls calls = findings.calls();
        if (calls != null) {
            atMost(
                    table,
                    "over the PSA's own time, ticket read, p50",
                    OVERHEAD_MILLIS,
                    "ms",
                    calls.read().more().median());
            atMost(
                    table,
                    "over the PSA's own time, note, p50",
                    OVERHEAD_MILLIS,
                    "ms",
                    calls.note().more().median());
            atMost(
                    table,
                    "processor time of the bridge a read, one caller",
                    READ_CPU_MILLIS,
                    "ms",
                    calls.spent().bridge());
        }
        Throughput throughput = findings.throughput();
        if (throughput != null) {
            atMost(
                    table,
                    "the same, under full load",
                    READ_CPU_MILLIS,
                    "ms",
                    throughput.best().cpu());
            double best = throughput.best().perSecond();
            table.row(
                    "ticket reads a second, all on one machine",
                    "≥ " + Table.whole(READS_A_SECOND),
                    Table.whole(best),
                    best >= READS_A_SECOND ? "yes" : "no");
            atMost(
                    table,
                    "resident memory after that, PostgreSQL apart",
                    RESIDENT_MIB,
                    "MiB",
                    throughput.residentMib());
        }
        Startup startup = findings.startup();
        if (startup != null) {
            atMost(table, "start-up, restart", START_MILLIS, "ms", startup.again().median());
        }
        return "## Goals\n\n" + table.text();
    }

    private static void atMost(Table table, String goal, double most, String unit, double value) {
        boolean small = most < 100;
        table.row(
                goal,
                "≤ " + (most % 1 == 0 ? Table.whole(most) : String.valueOf(most)) + " " + unit,
                (small ? Table.fine(value) : Table.whole(value)) + " " + unit,
                value <= most ? "yes" : "no");
    }
}
