package io.psabridge.sandbox.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** The latest so many of something, oldest first. */
public final class Recent<T> {

    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final int most;

    public Recent(int most) {
        this.most = most;
    }

    public synchronized void add(T item) {
        if (items.size() == most) {
            items.removeFirst();
        }
        items.addLast(item);
        notifyAll();
    }

    /** Waits until there are so many; returns whether there are. */
    public synchronized boolean await(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (items.size() < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    public synchronized List<T> list() {
        return List.copyOf(items);
    }

    public synchronized void clear() {
        items.clear();
    }
}
