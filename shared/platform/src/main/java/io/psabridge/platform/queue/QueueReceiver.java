package io.psabridge.platform.queue;

import io.micronaut.json.JsonMapper;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.Label;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.SafeTrace;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work that the messages of a queue announce. A message is only a nudge: what is done, not
 * due or held by somebody else needs it no more.
 */
@Singleton
public final class QueueReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(QueueReceiver.class);

    private final Worker worker;
    private final JsonMapper json;
    private final Counts counts;

    QueueReceiver(Worker worker, JsonMapper json, Counts counts) {
        this.worker = worker;
        this.json = json;
        this.counts = counts;
    }

    /**
     * Does the work of all of them at once, and returns when it has ended.
     *
     * @param goOn asked before anything is begun
     * @return those that are to come back: not one of ours, its work broke off or was not begun
     */
    public List<QueueMessage> receive(List<QueueMessage> messages, BooleanSupplier goOn)
            throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<QueueMessage, Future<Boolean>> running = new LinkedHashMap<>();
            for (QueueMessage message : messages) {
                running.put(message, threads.submit(() -> handle(message, goOn)));
            }
            List<QueueMessage> back = new ArrayList<>();
            for (Map.Entry<QueueMessage, Future<Boolean>> one : running.entrySet()) {
                boolean done = isDone(one.getKey(), one.getValue());
                counts.add("psa_bridge_messages", Label.outcome(done ? "done" : "returned"));
                if (!done) {
                    back.add(one.getKey());
                }
            }
            return back;
        }
    }

    private boolean handle(QueueMessage message, BooleanSupplier goOn)
            throws IOException, InterruptedException {
        NudgeMessage nudge =
                Objects.requireNonNull(json.readValue(message.body(), NudgeMessage.class));
        return worker.run(new TenantId(nudge.tenant()), nudge.work(), goOn);
    }

    private static boolean isDone(QueueMessage message, Future<Boolean> handled)
            throws InterruptedException {
        try {
            return handled.get();
        } catch (ExecutionException e) {
            LOG.error(
                    "The message {} of the queue could not be handled and comes back",
                    message.id(),
                    SafeTrace.of(e));
            return false;
        }
    }
}
