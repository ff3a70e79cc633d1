package io.psabridge.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The sandbox's own time: that of a clock, plus an offset that whoever tests may move. */
public final class SandboxClock {

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private Duration offset = Duration.ZERO;
    private long tasksMade;

    private record Task(Instant due, long order, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    public SandboxClock(Clock clock, ScheduledExecutorService timer) {
        this.clock = clock;
        this.timer = timer;
    }

    public synchronized Instant now() {
        return clock.instant().plus(offset);
    }

    /** Moves the sandbox's time; what has become due is done at once, on the calling thread. */
    public void advance(Duration time) {
        synchronized (this) {
            offset = offset.plus(time);
        }
        runDue();
    }

    public synchronized Duration offset() {
        return offset;
    }

    public void resetOffset() {
        synchronized (this) {
            offset = Duration.ZERO;
        }
    }

    /** Does the work when the sandbox's time has come so far. */
    public void after(Duration delay, Runnable work) {
        synchronized (this) {
            tasks.add(new Task(now().plus(delay), tasksMade++, work));
        }
        var _ = timer.schedule(this::runDue, delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private void runDue() {
        Task due = nextDue();
        while (due != null) {
            due.work.run();
            due = nextDue();
        }
    }

    private synchronized @Nullable Task nextDue() {
        Task first = tasks.peek();
        return first != null && !first.due.isAfter(now()) ? tasks.poll() : null;
    }
}
