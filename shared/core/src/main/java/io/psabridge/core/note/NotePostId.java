package io.psabridge.core.note;

import com.github.f4b6a3.ulid.UlidCreator;

/** Names a note post within its tenant. A later one sorts after an earlier one. */
public record NotePostId(String value) {

    static NotePostId fresh() {
        return new NotePostId("np_" + UlidCreator.getMonotonicUlid().toLowerCase());
    }

    @Override
    public String toString() {
        return value;
    }
}
