package io.psabridge.spi;

/** Whether a write that failed may have happened all the same. */
public enum Effect {
    /** Never written to the socket, or refused. */
    NONE,
    /**
     * Written, then no readable answer, or an answer that shows another state. Must not be repeated
     * without a look-up.
     */
    UNKNOWN
}
