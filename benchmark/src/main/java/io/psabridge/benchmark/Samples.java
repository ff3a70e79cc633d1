package io.psabridge.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Numbers of one kind, of which medians and percentiles are asked; never empty. */
final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There is no percentile of nothing");
        }
        Arrays.sort(sorted);
        this.sorted = sorted;
    }

    static Samples of(double... values) {
        return new Samples(values.clone());
    }

    static Samples of(Collection<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Element by element: what the first has more than the second. */
    static Samples differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Pairs are needed");
        }
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        return new Samples(differences);
    }

    /** The mean of the two in the middle when there is no single one. */
    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that is not below {@code percent} of all. */
    double percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentile is from 1 to 100");
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1];
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }
}
