package io.psabridge.sandbox.control;

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
    }

    public synchronized List<T> list() {
        return List.copyOf(items);
    }

    public synchronized void clear() {
        items.clear();
    }
}
