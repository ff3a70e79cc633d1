package io.psabridge.core.note;

import java.time.Duration;

/**
 * An unfinished post as its delivery sees it. Times are how far away they are, zero when past.
 *
 * @param dueIn until it is sent or looked for
 * @param blocksFor until later notes of the ticket no longer wait for it, when uncertain
 * @param settlesIn until "it is not there" may be believed, when uncertain
 * @param outOfTime a failure now is the last
 */
record LanePost(
        NotePostId id,
        NotePostState state,
        int attempts,
        Duration dueIn,
        Duration blocksFor,
        Duration settlesIn,
        boolean outOfTime) {

    boolean isDue() {
        return dueIn.isZero();
    }

    boolean blocks() {
        return blocksFor.isPositive();
    }

    boolean hasSettled() {
        return settlesIn.isZero();
    }
}
