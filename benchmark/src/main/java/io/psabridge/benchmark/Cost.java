package io.psabridge.benchmark;

/** What the processes use while something runs. */
final class Cost {

    private final Bench bench;
    private final double bridge;
    private final double postgres;
    private final double sandbox;

    private Cost(Bench bench) {
        this.bench = bench;
        bridge = Usage.cpuMillis(bench.bridge().pid());
        postgres = Usage.treeCpuMillis(bench.bridge().postgresPid());
        sandbox = Usage.cpuMillis(bench.sandbox().pid());
    }

    /** Processor time in milliseconds a call, of each process. */
    record Spent(double bridge, double postgres, double sandbox) {}

    static Cost begin(Bench bench) {
        return new Cost(bench);
    }

    Spent since(int calls) {
        Cost now = new Cost(bench);
        return new Spent(
                (now.bridge - bridge) / calls,
                (now.postgres - postgres) / calls,
                (now.sandbox - sandbox) / calls);
    }
}
