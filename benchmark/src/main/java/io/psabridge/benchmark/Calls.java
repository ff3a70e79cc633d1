package io.psabridge.benchmark;

/**
 * One caller: a ticket read and a note beside the PSA's own time, and what a read costs.
 *
 * @param spent processor time in milliseconds a read
 * @param forced what a page takes until it is safe on this disk
 */
record Calls(Overhead read, Overhead note, Cost.Spent spent, Samples forced) {

    static Calls measure(Bench bench, Options options) {
        Customer customer = bench.customers().getFirst();
        DirectCalls reads = DirectCalls.reads(bench);
        DirectCalls notes = DirectCalls.notes(bench);
        int pairs = options.pairs();
        Overhead read = Overhead.measure(bench, pairs, reads::call, customer::read);
        Overhead note = Overhead.measure(bench, pairs / 4, notes::call, customer::note);
        Cost cost = Cost.begin(bench);
        Load.Result load = Load.times(bench.bridge().url(), Throughput.callers(bench, 1), pairs);
        Cost.Spent spent = cost.since(load.count());
        return new Calls(
                read, note, spent, Disk.forcedWrites(bench.place().resolve("forced-writes")));
    }
}
