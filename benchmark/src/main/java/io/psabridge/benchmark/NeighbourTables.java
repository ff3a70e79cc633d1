package io.psabridge.benchmark;

/** Whether one tenant's silent PSA is felt by the others. */
final class NeighbourTables {

    private NeighbourTables() {}

    static String of(Neighbours neighbours) {
        Table table = new Table("milliseconds", "alone", "beside a PSA that hangs", "to alone");
        row(table, "p50", neighbours.alone().median(), neighbours.beside().median());
        for (int percent : new int[] {95, 99}) {
            row(
                    table,
                    "p" + percent,
                    neighbours.alone().percentile(percent),
                    neighbours.beside().percentile(percent));
        }
        return """
        ## Neighbours

        Notes of %d tenants, five a second each and each answered once it is in the PSA: alone, and while another tenant's PSA takes notes and
        answers nothing (%d of its notes were handed to the queue meanwhile).

        """
                        .formatted(Neighbours.TENANTS, neighbours.hanging())
                + table.text();
    }

    private static void row(Table table, String name, double alone, double beside) {
        table.row(name, Table.fine(alone), Table.fine(beside), Table.ratio(beside, alone));
    }
}
