package io.psabridge.benchmark;

import java.util.function.IntFunction;

/** How long the PSA takes for a call, and how long the bridge takes with it inside. */
record Overhead(Samples direct, Samples bridge, Samples more) {

    /**
     * Pairs, the one and the other first in turn.
     *
     * @param direct what the bridge sends to the PSA for the request of the same number
     */
    static Overhead measure(
            Bench bench, int pairs, IntFunction<Request> direct, IntFunction<Request> through) {
        double[] psa = new double[pairs];
        double[] both = new double[pairs];
        try (Wire toSandbox = Wire.to(bench.sandbox().origin());
                Wire toBridge = Wire.to(bench.bridge().url())) {
            for (int i = -pairs / 4; i < pairs; i++) {
                int number = Math.abs(i);
                byte[] first = direct.apply(number).bytes();
                byte[] second = through.apply(number).bytes();
                double bridgeTime = i % 2 == 0 ? millis(toBridge, second) : 0;
                double psaTime = millis(toSandbox, first);
                bridgeTime = i % 2 == 0 ? bridgeTime : millis(toBridge, second);
                if (i >= 0) {
                    psa[i] = psaTime;
                    both[i] = bridgeTime;
                }
            }
        }
        return new Overhead(Samples.of(psa), Samples.of(both), Samples.differences(both, psa));
    }

    private static double millis(Wire wire, byte[] request) {
        long start = System.nanoTime();
        Reply reply = wire.send(request);
        double millis = (System.nanoTime() - start) / 1e6;
        reply.expectSuccess();
        return millis;
    }
}
