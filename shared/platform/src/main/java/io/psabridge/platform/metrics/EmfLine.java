package io.psabridge.platform.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of a log from which CloudWatch takes metrics: its embedded metric format. */
public final class EmfLine {

    private static final String NAMESPACE = "PsaBridge";

    private final List<Map<String, String>> metrics = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a metric.
     *
     * @param unit one of CloudWatch's, such as {@code Count}
     */
    public EmfLine put(String name, String unit, Number value) {
        metrics.add(Map.of("Name", name, "Unit", unit));
        values.put(name, value);
        return this;
    }

    /** Adds what was counted, summed over everything but its outcome. */
    public EmfLine putAll(Map<Count, Long> counts) {
        Map<String, Long> sums = new LinkedHashMap<>();
        counts.forEach((count, times) -> sums.merge(EmfName.of(count), times, Long::sum));
        sums.forEach((name, times) -> put(name, "Count", times));
        return this;
    }

    /** The line, as members of a JSON object. */
    public Map<String, Object> at(Instant moment) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        moment.toEpochMilli(),
                        "CloudWatchMetrics",
                        List.of(
                                Map.of(
                                        "Namespace",
                                        NAMESPACE,
                                        "Dimensions",
                                        List.of(List.of()),
                                        "Metrics",
                                        metrics))));
        line.putAll(values);
        return line;
    }
}
