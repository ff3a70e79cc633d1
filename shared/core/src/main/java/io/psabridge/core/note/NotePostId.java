package io.psabridge.core.note;

import io.psabridge.platform.idempotency.Attempt;

/** Names a note post within its tenant. A later one sorts after an earlier one. */
public record NotePostId(String value) {

    static NotePostId of(Attempt attempt) {
        return new NotePostId("np_" + attempt.reservedId());
    }

    @Override
    public String toString() {
        return value;
    }
}
