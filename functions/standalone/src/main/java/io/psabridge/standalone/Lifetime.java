package io.psabridge.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in the reverse order; safe to end while something still starts. */
final class Lifetime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean ended;

    synchronized <T extends AutoCloseable> T add(T part) {
        if (ended) {
            stop(part);
            throw new IllegalStateException("Stopped while starting");
        }
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        ended = true;
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
