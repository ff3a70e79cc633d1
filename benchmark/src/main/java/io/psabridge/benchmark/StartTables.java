package io.psabridge.benchmark;

import java.util.Map;

/** Starts, of the product and of the functions. */
final class StartTables {

    private StartTables() {}

    static String of(Startup startup) {
        Table table = new Table("milliseconds", "median", "least", "most");
        row(table, "first start, PostgreSQL's data made", startup.first());
        row(table, "restart", startup.again());
        row(table, "first ticket read after a restart", startup.firstRead());
        return """
        ## Start-up

        The whole product as `./run` starts it, sandbox and demo tenant included: from the start of the process to its ready line.
        Resident after a restart and one read: %s MiB.

        """
                        .formatted(Table.whole(startup.residentMib().median()))
                + table.text();
    }

    static String of(Cold cold) {
        Map<ColdCase, Cold.Result> results = cold.results();
        double hello = at(results, ColdCase.STEPS.getFirst()).wall().median();
        Table functions =
                new Table(
                        "function, its first answer",
                        "cold ms",
                        "least",
                        "most",
                        "CPU ms",
                        "MiB",
                        "to hello",
                        "warm p50 ms");
        for (ColdCase one : ColdCase.FUNCTIONS) {
            Cold.Result result = at(results, one);
            functions.row(
                    "`" + one.module() + "`: " + one.what(),
                    "**" + Table.whole(result.wall().median()) + "**",
                    Table.whole(result.wall().least()),
                    Table.whole(result.wall().most()),
                    Table.whole(result.cpu().median()),
                    Table.whole(result.residentMib().median()),
                    Table.ratio(result.wall().median(), hello),
                    Table.fine(result.warm().median()));
        }
        Table steps =
                new Table(
                        "what it consists of (`tickets`)",
                        "cold ms",
                        "more",
                        "CPU ms",
                        "more",
                        "MiB");
        double wall = 0;
        double cpu = 0;
        for (ColdCase step : ColdCase.STEPS) {
            Cold.Result result = at(results, step);
            steps.row(
                    step.what(),
                    Table.whole(result.wall().median()),
                    Table.whole(result.wall().median() - wall),
                    Table.whole(result.cpu().median()),
                    Table.whole(result.cpu().median() - cpu),
                    Table.whole(result.residentMib().median()));
            wall = result.wall().median();
            cpu = result.cpu().median();
        }
        return """
        ## Cold start of the functions

        Each artifact (`functions/*/target/*.jar` and its `lib`) in a process of its own under AWS's Java runtime client, with Lambda's JVM options
        (C1 alone, serial collector) and the JDK's own class archive: from the start of the process to the first answer, medians.
        No ahead-of-time cache and no SnapStart: this is the plain start.

        """
                + functions.text()
                + steps.text();
    }

    private static Cold.Result at(Map<ColdCase, Cold.Result> results, ColdCase one) {
        Cold.Result result = results.get(one);
        if (result == null) {
            throw new IllegalStateException("Not measured: " + one);
        }
        return result;
    }

    private static void row(Table table, String name, Samples samples) {
        table.row(
                name,
                "**" + Table.whole(samples.median()) + "**",
                Table.whole(samples.least()),
                Table.whole(samples.most()));
    }
}
