package io.psabridge.benchmark;

import io.psabridge.testing.ColdStart;
import io.psabridge.testing.FunctionAnswer;
import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.HttpEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** First answers of functions in processes of their own, under AWS's runtime client. */
record Cold(Map<ColdCase, Result> results) {

    private static final int WARM_CALLS = 300;

    /** Milliseconds and MiB; what a warm answer takes is the median of the last half. */
    record Result(Samples wall, Samples cpu, Samples residentMib, Samples warm) {}

    /** In rounds, so that what else the machine does meets all alike. */
    static Cold measure(int runs) {
        Set<ColdCase> cases = new LinkedHashSet<>(ColdCase.STEPS);
        cases.addAll(ColdCase.FUNCTIONS);
        Map<ColdCase, List<Run>> seen = new LinkedHashMap<>();
        try (FunctionWorld world = FunctionWorld.create()) {
            for (int round = -1; round < runs; round++) {
                for (ColdCase one : cases) {
                    Run run = run(one, world);
                    if (round >= 0) { // the first round only fills the page cache
                        seen.computeIfAbsent(one, key -> new ArrayList<>()).add(run);
                    }
                }
            }
        }
        Map<ColdCase, Result> results = new LinkedHashMap<>();
        seen.forEach((one, all) -> results.put(one, result(all)));
        return new Cold(results);
    }

    private record Run(ColdStart cold, double warm) {}

    private static Run run(ColdCase one, FunctionWorld world) {
        HttpEvent event = one.event(world);
        try (FunctionHarness function = one.start(world)) {
            expectSuccess(function.send(event), function);
            ColdStart cold = function.coldStart();
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM_CALLS; i++) {
                long start = System.nanoTime();
                FunctionAnswer answer = function.send(event);
                warm.add((System.nanoTime() - start) / 1e6);
                expectSuccess(answer, function);
            }
            return new Run(cold, Samples.of(warm.subList(WARM_CALLS / 2, WARM_CALLS)).median());
        }
    }

    private static void expectSuccess(FunctionAnswer answer, FunctionHarness function) {
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "Status " + answer.status() + ": " + answer.body() + "\n" + function.output());
        }
    }

    private static Result result(List<Run> runs) {
        return new Result(
                Samples.of(runs.stream().map(run -> run.cold().wall().toNanos() / 1e6).toList()),
                Samples.of(runs.stream().map(run -> run.cold().cpu().toNanos() / 1e6).toList()),
                Samples.of(
                        runs.stream()
                                .map(run -> run.cold().residentBytes() / 1024.0 / 1024.0)
                                .toList()),
                Samples.of(runs.stream().map(Run::warm).toList()));
    }
}
