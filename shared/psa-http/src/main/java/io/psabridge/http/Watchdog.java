package io.psabridge.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Does things at their time, on one thread for all, which starts with the first. Watching and no
 * longer watching cost no more than an entry in a set: the thread is only woken for a time earlier
 * than the one it sleeps until.
 */
final class Watchdog implements AutoCloseable {

    private static final long IDLE = TimeUnit.HOURS.toNanos(1);

    /** Something to be done at a time, until it is closed. */
    final class Watch implements AutoCloseable {

        private final long time;
        private final Runnable action;

        private Watch(long time, Runnable action) {
            this.time = time;
            this.action = action;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile long wakeTime;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /** Does the action after this time, unless the watch is closed before. */
    Watch watch(long nanos, Runnable action) {
        Watch watch = new Watch(System.nanoTime() + nanos, action);
        watches.add(watch);
        Thread running = thread;
        if (running == null) {
            start();
        } else if (watch.time - wakeTime < 0) {
            LockSupport.unpark(running);
        }
        return watch;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private synchronized void start() {
        if (thread == null) {
            wakeTime = System.nanoTime() + IDLE;
            thread = Thread.ofPlatform().daemon().name("psa-http-watchdog").start(this::run);
        } else {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            long now = System.nanoTime();
            long next = now + IDLE;
            wakeTime = next; // until the round is over, whoever comes wakes this thread
            for (Watch watch : watches) {
                if (watch.time - now > 0) {
                    next = watch.time - next < 0 ? watch.time : next;
                } else {
                    act(watch);
                }
            }
            wakeTime = next;
            LockSupport.parkNanos(this, Math.max(1, next - System.nanoTime()));
        }
    }

    private void act(Watch watch) {
        if (!watches.remove(watch)) {
            return;
        }
        try {
            watch.action.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Watchdog.class).warn("Could not end a call in time", e);
        }
    }
}
