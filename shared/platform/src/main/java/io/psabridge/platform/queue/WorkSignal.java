package io.psabridge.platform.queue;

/**
 * Tells whoever does the work that some became due. A hint: what no signal announces is found by
 * looking.
 */
public interface WorkSignal {

    /** Called after the work was committed. Never fails. */
    void workIsDue();
}
