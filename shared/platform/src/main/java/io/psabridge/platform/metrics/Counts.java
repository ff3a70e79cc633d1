package io.psabridge.platform.metrics;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what has happened in this process, since it started. */
@Singleton
public final class Counts {

    private final ConcurrentMap<Count, LongAdder> counts = new ConcurrentHashMap<>();

    /** It happened once more. */
    public void add(String name, Label... labels) {
        counts.computeIfAbsent(new Count(name, List.of(labels)), _ -> new LongAdder()).increment();
    }

    public long times(Count count) {
        LongAdder times = counts.get(count);
        return times == null ? 0 : times.sum();
    }

    /** As of now; what never happened is absent. */
    public Map<Count, Long> all() {
        Map<Count, Long> now = new HashMap<>();
        counts.forEach((count, times) -> now.put(count, times.sum()));
        return now;
    }
}
