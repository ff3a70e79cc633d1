package io.psabridge.platform.queue;

import java.time.Duration;

/** The times and numbers that a queue, its function and the lease of work agree on. */
public final class QueueRules {

    /** How long one event may keep the function that does the work. */
    public static final Duration FUNCTION_TIME = Duration.ofSeconds(60);

    /** So long before the function's time is over nothing is begun any more. */
    public static final Duration MARGIN = Duration.ofSeconds(20);

    /**
     * For how long a message that was handed out is handed to nobody else: when it comes back, the
     * lease of its work is over.
     */
    public static final Duration VISIBILITY = FUNCTION_TIME.multipliedBy(6);

    /** After so many, a message goes to the dead-letter queue. */
    public static final int MAX_RECEIVES = 5;

    /** What is due later than this is announced to nobody, but found by looking. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private QueueRules() {}
}
