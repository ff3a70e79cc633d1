package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.spi.Note;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note of a ticket, as the PSA shows it. */
@Serdeable
record NoteView(
        String id,
        String text,
        String audience,
        NoteAuthorView author,
        @Nullable Instant createdAt) {

    static NoteView of(Note note) {
        return new NoteView(
                note.id().value(),
                note.text(),
                note.audience().wireName(),
                new NoteAuthorView(
                        note.author().name(), note.author().memberId(), note.author().contactId()),
                note.createdAt());
    }

    /** Who wrote it, as far as the PSA tells. */
    @Serdeable
    record NoteAuthorView(
            @Nullable String name, @Nullable String memberId, @Nullable String contactId) {}
}
