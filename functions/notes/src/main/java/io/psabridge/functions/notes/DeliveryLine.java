package io.psabridge.functions.notes;

import io.psabridge.platform.metrics.Count;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.EmfLine;
import io.psabridge.platform.queue.QueueDepth;
import io.psabridge.platform.queue.QueueDepths;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the delivery tells CloudWatch: what it did since it last told, and how much there is. */
@Singleton
final class DeliveryLine {

    private static final String COUNT = "Count";

    private final Counts counts;
    private final QueueDepths depths;
    private Map<Count, Long> told = Map.of();

    DeliveryLine(Counts counts, QueueDepths depths) {
        this.counts = counts;
        this.depths = depths;
    }

    Map<String, Object> afterBatch() {
        return new EmfLine().putAll(news()).at(Instant.now());
    }

    Map<String, Object> afterSweep(int started) {
        List<QueueDepth> now = depths.now();
        return new EmfLine()
                .put("WorkDue", COUNT, now.stream().mapToLong(QueueDepth::due).sum())
                .put("WorkWaiting", COUNT, now.stream().mapToLong(QueueDepth::waiting).sum())
                .put("WorkLeased", COUNT, now.stream().mapToLong(QueueDepth::leased).sum())
                .put(
                        "OldestDueSeconds",
                        "Seconds",
                        now.stream().mapToDouble(QueueDepth::oldestDueSeconds).max().orElse(0))
                .put("WorkFoundBySweep", COUNT, started)
                .putAll(news())
                .at(Instant.now());
    }

    private Map<Count, Long> news() {
        Map<Count, Long> all = counts.all();
        Map<Count, Long> news = new HashMap<>();
        all.forEach((count, times) -> {
            long more = times - told.getOrDefault(count, 0L);
            if (more > 0) {
                news.put(count, more);
            }
        });
        told = all;
        return news;
    }
}
