package io.psabridge.core.note;

import io.psabridge.platform.idempotency.Attempt;

/** Names a note post within its tenant. A later one sorts after an earlier one. */
public record NotePostId(String value) {

    /** The id of the post that this attempt makes. */
    static NotePostId reserved(Attempt attempt) {
        return new NotePostId("np_" + attempt.reservedId());
    }

    @Override
    public String toString() {
        return value;
    }
}
