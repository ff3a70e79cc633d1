package io.psabridge.platform.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How much work this process does at once: of one connection, and in all. */
final class Places {

    /** Whether to go on is asked this often. */
    private static final long LOOK_AGAIN_MS = 500;

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

    /** Waits for a place as long as {@code goOn}; false when there was none. */
    synchronized boolean await(String connection, BooleanSupplier goOn)
            throws InterruptedException {
        while (goOn.getAsBoolean()) {
            if (take(connection)) {
                return true;
            }
            wait(LOOK_AGAIN_MS);
        }
        return false;
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
