package io.psabridge.platform.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after the n-th failure: any time up to twice as long as before (full jitter).
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * At least a tenth of the most, so that nothing is tried again at once.
     *
     * @param failures how many there were before this one
     */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 10, most + 1));
    }
}
