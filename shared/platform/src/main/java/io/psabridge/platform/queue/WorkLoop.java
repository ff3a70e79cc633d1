package io.psabridge.platform.queue;

import io.psabridge.platform.web.SafeTrace;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for due work every second, and at once when told that there is some. */
public final class WorkLoop implements WorkSignal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final long PAUSE_MS = 1_000;
    private static final long BUSY_PAUSE_MS = 20;

    private final Worker worker;
    private final Semaphore nudged = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private WorkLoop(Worker worker) {
        this.worker = worker;
        this.thread = Thread.ofVirtual().name("work").unstarted(this::run);
    }

    public static WorkLoop start(Worker worker) {
        WorkLoop loop = new WorkLoop(worker);
        loop.thread.start();
        return loop;
    }

    @Override
    public void workIsDue(Nudge nudge) {
        if (nudge.delay().isZero()) {
            nudged.release();
        }
    }

    private void run() {
        while (!closed) {
            long pause = look() ? BUSY_PAUSE_MS : PAUSE_MS;
            try {
                if (nudged.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    nudged.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean look() {
        try {
            return worker.startDue() > 0;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Due work could not be looked for; the next look is in a second",
                    SafeTrace.of(e));
            return false;
        }
    }

    /** Looks no more; what was started goes on to its end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
