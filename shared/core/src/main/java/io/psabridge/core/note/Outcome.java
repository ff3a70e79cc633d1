package io.psabridge.core.note;

import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Note;
import java.time.Duration;

/** What became of one attempt to send a note. */
sealed interface Outcome {

    record Posted(Note note) implements Outcome {}

    /** It may be in the PSA. */
    record Uncertain(PostProblem problem, Duration settle) implements Outcome {}

    /** It is not in the PSA, and may be sent again after a while. */
    record Later(PostProblem problem, Duration delay) implements Outcome {}

    /** It is not in the PSA, and will not be. */
    record Refused(Problem problem) implements Outcome {}

    /** It is in the PSA, otherwise than asked. */
    record Altered(Problem problem) implements Outcome {}
}
