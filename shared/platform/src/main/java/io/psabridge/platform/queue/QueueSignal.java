package io.psabridge.platform.queue;

import io.micronaut.json.JsonMapper;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.Label;
import io.psabridge.platform.web.SafeTrace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces due work in the queue that the settings name. Without one it is silent, and nothing of
 * AWS is loaded.
 */
@Singleton
final class QueueSignal implements WorkSignal {

    private static final Logger LOG = LoggerFactory.getLogger(QueueSignal.class);

    private final Optional<URI> url;
    private final JsonMapper json;
    private final Counts counts;
    private @Nullable SqsQueue queue;

    QueueSignal(BridgeSettings settings, JsonMapper json, Counts counts) {
        this.url = settings.workQueueUrl();
        this.json = json;
        this.counts = counts;
    }

    @Override
    public void workIsDue(Nudge nudge) {
        if (url.isPresent() && nudge.delay().compareTo(QueueRules.LONGEST_DELAY) <= 0) {
            counts.add(
                    "psa_bridge_nudges",
                    Label.outcome(isSent(url.get(), nudge) ? "sent" : "failed"));
        }
    }

    private boolean isSent(URI address, Nudge nudge) {
        try {
            queue(address).send(message(nudge), nudge.delay());
            return true;
        } catch (QueueUnavailableException e) {
            LOG.warn("Due work was not announced, and is found by looking: {}", e.getMessage());
        } catch (RuntimeException | IOException e) {
            LOG.error("Due work was not announced, and is found by looking", SafeTrace.of(e));
        }
        return false;
    }

    private String message(Nudge nudge) throws IOException {
        return json.writeValueAsString(new NudgeMessage(nudge.tenant().value(), nudge.work()));
    }

    /** Made for the first message. */
    private synchronized SqsQueue queue(URI address) {
        if (queue == null) {
            queue = SqsQueue.of(address);
        }
        return queue;
    }

    @PreDestroy
    synchronized void close() {
        if (queue != null) {
            queue.close();
        }
    }
}
