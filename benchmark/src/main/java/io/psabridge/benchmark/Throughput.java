package io.psabridge.benchmark;

import io.psabridge.benchmark.Load.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Ticket reads as fast as they go, by so many callers at once. */
record Throughput(
        Map<Integer, Level> levels,
        double sandboxAlone,
        double residentMib,
        double peakMib,
        double postgresMib) {

    private static final int[] CALLERS = {1, 4, 8, 16};
    private static final int ALONE = 8;

    /** Medians of the rounds; processor time in milliseconds a read. */
    record Level(
            double perSecond,
            double p50,
            double p95,
            double cpu,
            double postgres,
            double sandbox) {}

    static Throughput measure(Bench bench, int rounds, int seconds) {
        Map<Integer, List<Level>> seen = new TreeMap<>();
        List<Double> alone = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int callers : CALLERS) {
                seen.computeIfAbsent(callers, key -> new ArrayList<>())
                        .add(level(bench, callers, seconds));
            }
            alone.add(sandboxAlone(bench, seconds));
        }
        Map<Integer, Level> medians = new TreeMap<>();
        seen.forEach((callers, levels) -> medians.put(callers, median(levels)));
        long pid = bench.bridge().pid();
        return new Throughput(
                medians,
                Samples.of(alone).median(),
                Usage.residentMib(pid),
                Usage.peakMib(pid),
                Usage.treeMib(bench.bridge().postgresPid()));
    }

    Level best() {
        return levels.values().stream()
                .reduce((a, b) -> a.perSecond() >= b.perSecond() ? a : b)
                .orElseThrow();
    }

    /** Callers of different tenants. */
    static List<Caller> callers(Bench bench, int count) {
        return IntStream.range(0, count)
                .<Caller>mapToObj(i -> bench.customers().get(i % bench.customers().size())::read)
                .toList();
    }

    private static Level level(Bench bench, int callers, int seconds) {
        Cost cost = Cost.begin(bench);
        Load.Result result =
                Load.forSeconds(bench.bridge().url(), callers(bench, callers), seconds);
        Cost.Spent spent = cost.since(result.count());
        return new Level(
                result.perSecond(),
                result.millis().median(),
                result.millis().percentile(95),
                spent.bridge(),
                spent.postgres(),
                spent.sandbox());
    }

    private static double sandboxAlone(Bench bench, int seconds) {
        DirectCalls reads = DirectCalls.reads(bench);
        List<Caller> callers =
                IntStream.range(0, ALONE).<Caller>mapToObj(i -> reads::call).toList();
        return Load.forSeconds(bench.sandbox().origin(), callers, seconds).perSecond();
    }

    private static Level median(List<Level> levels) {
        return new Level(
                Samples.of(levels.stream().map(Level::perSecond).toList()).median(),
                Samples.of(levels.stream().map(Level::p50).toList()).median(),
                Samples.of(levels.stream().map(Level::p95).toList()).median(),
                Samples.of(levels.stream().map(Level::cpu).toList()).median(),
                Samples.of(levels.stream().map(Level::postgres).toList()).median(),
                Samples.of(levels.stream().map(Level::sandbox).toList()).median());
    }
}
