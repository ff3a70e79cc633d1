package io.psabridge.standalone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.psabridge.platform.metrics.Count;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.queue.QueueDepth;
import io.psabridge.platform.queue.QueueDepths;
import io.psabridge.platform.web.SafeTrace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbers of this process and its queue, as Prometheus reads them. */
final class MetricsPage {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);

    /** So long a look at the queue is good enough. */
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final Counts counts;
    private final QueueDepths depths;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge work =
            MultiGauge.builder("psa_bridge_work")
                    .description("Pieces of work: due, waiting for their time, or being done")
                    .register(registry);
    private final MultiGauge oldest =
            MultiGauge.builder("psa_bridge_work_oldest_due_seconds")
                    .description("For how long the longest due work has been due")
                    .register(registry);
    private long staleAt = System.nanoTime();

    MetricsPage(Counts counts, QueueDepths depths) {
        this.counts = counts;
        this.depths = depths;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    synchronized String text() {
        counts.all().keySet().forEach(this::show);
        long now = System.nanoTime();
        if (now - staleAt >= 0) {
            show(look());
            staleAt = now + FRESH;
        }
        return registry.scrape();
    }

    private void show(Count count) {
        FunctionCounter.builder(count.name(), counts, all -> all.times(count))
                .tags(
                        count.labels().stream()
                                .map(label -> Tag.of(label.name(), label.value()))
                                .toList())
                .register(registry);
    }

    private void show(List<QueueDepth> now) {
        work.register(now.stream().flatMap(MetricsPage::rows).toList(), true);
        oldest.register(
                now.stream()
                        .<MultiGauge.Row<?>>map(of ->
                                MultiGauge.Row.of(
                                        Tags.of("kind", of.kind()), of.oldestDueSeconds()))
                        .toList(),
                true);
    }

    private static Stream<MultiGauge.Row<?>> rows(QueueDepth of) {
        return Stream.of(
                row(of, "due", of.due()),
                row(of, "waiting", of.waiting()),
                row(of, "leased", of.leased()));
    }

    private static MultiGauge.Row<?> row(QueueDepth of, String state, long number) {
        return MultiGauge.Row.of(Tags.of("kind", of.kind(), "state", state), number);
    }

    /** Nothing while the database is away: the rest is worth showing all the same. */
    private List<QueueDepth> look() {
        try {
            return depths.now();
        } catch (RuntimeException e) {
            LOG.warn("How much work waits could not be read", SafeTrace.of(e));
            return List.of();
        }
    }
}
