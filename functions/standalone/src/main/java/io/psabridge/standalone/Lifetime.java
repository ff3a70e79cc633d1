package io.psabridge.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be stopped in the reverse order; safe to end while something still starts.
 */
final class Lifetime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);

    synchronized <T extends AutoCloseable> T add(T part) {
        if (ended()) {
            stop(part);
            throw new IllegalStateException("Stopped while starting");
        }
        started.push(part);
        return part;
    }

    void awaitEnd() throws InterruptedException {
        end.await();
    }

    boolean ended() {
        return end.getCount() == 0;
    }

    @Override
    public synchronized void close() {
        end.countDown();
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("Could not stop cleanly", e);
        }
    }
}
