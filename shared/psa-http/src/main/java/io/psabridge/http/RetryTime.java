package io.psabridge.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * The clock, the waiting and the chance of retries.
 *
 * @param jitter between 0 and 1
 */
record RetryTime(InstantSource clock, Sleeper sleeper, DoubleSupplier jitter) {

    static final RetryTime SYSTEM =
            new RetryTime(
                    InstantSource.system(),
                    Thread::sleep,
                    () -> ThreadLocalRandom.current().nextDouble());

    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Waits; false when the thread was interrupted meanwhile. */
    boolean sleep(Duration time) {
        try {
            sleeper.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A random part of the longest time. */
    Duration upTo(Duration longest) {
        return Duration.ofNanos((long) (longest.toNanos() * jitter.getAsDouble()));
    }
}
