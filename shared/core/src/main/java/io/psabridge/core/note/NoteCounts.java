package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.Label;
import jakarta.inject.Singleton;

/** Counts what becomes of notes. */
@Singleton
final class NoteCounts {

    private final Counts counts;

    NoteCounts(Counts counts) {
        this.counts = counts;
    }

    /** A note was sent, or was about to be. */
    void attempted(ConnectionNow now, Outcome outcome) {
        counts.add("psa_bridge_note_attempts", provider(now), Label.outcome(nameOf(outcome)));
    }

    /** A note was looked for: found, missing or doubtful. */
    void lookedUp(ConnectionNow now, String outcome) {
        counts.add("psa_bridge_note_lookups", provider(now), Label.outcome(outcome));
    }

    /** A note that is kept came to its end. */
    void ended(NotePostState state) {
        counts.add("psa_bridge_notes_ended", Label.outcome(state.wireName()));
    }

    private static Label provider(ConnectionNow now) {
        return Label.provider(now.connection().provider().value());
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted _ -> "posted";
            case Outcome.Uncertain _ -> "uncertain";
            case Outcome.Later _ -> "later";
            case Outcome.Refused _ -> "refused";
            case Outcome.Altered _ -> "altered";
        };
    }
}
