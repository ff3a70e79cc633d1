package io.psabridge.platform.queue;

import java.util.HashMap;
import java.util.Map;

/** How much work this process does at once: of one connection, and in all. */
final class Places {

    private final int ofOneConnection;
    private final int inAll;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int ofOneConnection, int inAll) {
        this.ofOneConnection = ofOneConnection;
        this.inAll = inAll;
    }

    synchronized boolean take(String connection) {
        int held = taken.getOrDefault(connection, 0);
        if (all >= inAll || held >= ofOneConnection) {
            return false;
        }
        taken.put(connection, held + 1);
        all++;
        return true;
    }

    synchronized void giveBack(String connection) {
        taken.computeIfPresent(connection, (name, held) -> held == 1 ? null : held - 1);
        all--;
        notifyAll();
    }

    /** Waits until nothing is done any more. */
    synchronized void awaitIdle() throws InterruptedException {
        while (all > 0) {
            wait();
        }
    }
}
