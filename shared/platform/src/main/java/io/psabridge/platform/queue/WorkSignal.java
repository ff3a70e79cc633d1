package io.psabridge.platform.queue;

/**
 * Tells whoever does the work that some becomes due. A hint: what no signal announces is found by
 * looking.
 */
public interface WorkSignal {

    /**
     * Called after the work was committed, outside any transaction. Never fails, and keeps nobody
     * waiting for long.
     */
    void workIsDue(Nudge nudge);
}
