package io.psabridge.core.note;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a note post has come. The first three are unfinished. */
public enum NotePostState {
    /** Stored, and sent when it is due. */
    PENDING,
    /** On its way right now. */
    POSTING,
    /** It may be in the PSA: looked for there before anything is sent again. */
    UNCERTAIN,
    /** The PSA confirmed it, or it was found there. */
    POSTED,
    /** Given up: its problem says why, and what a person can do. */
    FAILED,
    /** Taken back before it was ever sent. */
    CANCELLED;

    /** The name in the API and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no state of this name. */
    public static Optional<NotePostState> find(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }

    static NotePostState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
