package io.psabridge.benchmark;

import java.util.List;

/**
 * One caller: a ticket read and a note beside the PSA's own time, and what a read costs.
 *
 * @param spent processor time in milliseconds a read
 * @param forced what a page takes until it is safe on this disk
 */
record Calls(Overhead read, Overhead note, Cost.Spent spent, Samples forced) {

    private static final int READS_A_NOTE = 5;

    static Calls measure(Bench bench, Options options) {
        Customer customer = bench.customers().getFirst();
        DirectCalls reads = DirectCalls.reads(bench);
        DirectCalls notes = DirectCalls.notes(bench);
        int pairs = options.pairs();
        String url = bench.bridge().url();
        Overhead read = Overhead.measure(bench, pairs, reads::call, customer::read);
        Cost cost = Cost.begin(bench);
        Load.Result load = Load.times(url, Throughput.callers(bench, 1), pairs);
        Cost.Spent spent = cost.since(load.count());
        Load.times(url, List.of(customer::note), options.warmUp() / READS_A_NOTE);
        Overhead note = Overhead.measure(bench, pairs / READS_A_NOTE, notes::call, customer::note);
        return new Calls(
                read, note, spent, Disk.forcedWrites(bench.place().resolve("forced-writes")));
    }
}
