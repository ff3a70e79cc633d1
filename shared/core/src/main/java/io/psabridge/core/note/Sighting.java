package io.psabridge.core.note;

import io.psabridge.spi.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a note in the PSA that looks like one that was sent is that one. */
final class Sighting {

    /** PSAs show times in whole seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    /** How far a clock may be off that is never shown. */
    private static final Duration UNKNOWN_CLOCK = Duration.ofMinutes(15);

    private Sighting() {}

    /**
     * The PSA's time before which a note cannot be of this attempt.
     *
     * @param moments read after the PSA answered, so that a slow answer errs to the safe side
     */
    static Instant earliest(LaneRepository.Moments moments, @Nullable Instant psaTime) {
        if (psaTime == null) {
            return moments.firstAttempt().minus(UNKNOWN_CLOCK);
        }
        Duration offset = Duration.between(moments.now(), psaTime);
        return moments.firstAttempt().plus(offset).minus(ROUNDING);
    }

    /**
     * @param claimed the notes that are some post's already
     * @param ourNames under which the PSA showed our own notes as entered; none known, none asked
     */
    static boolean isOurs(Note note, Instant earliest, Set<String> claimed, Set<String> ourNames) {
        Instant created = note.createdAt();
        String enteredBy = note.enteredBy();
        return !claimed.contains(note.id().value())
                && (created == null || !created.isBefore(earliest))
                && (enteredBy == null || ourNames.isEmpty() || ourNames.contains(enteredBy));
    }
}
