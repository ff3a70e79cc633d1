package io.psabridge.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note of a ticket as the PSA shows it.
 *
 * @param enteredBy the PSA's name of who entered it, whoever it shows as author
 */
public record Note(
        Id<Note> id,
        String text,
        Audience audience,
        Author author,
        @Nullable Instant createdAt,
        @Nullable String enteredBy) {

    /** Who wrote it, as far as the PSA tells. */
    public record Author(
            @Nullable String name, @Nullable String memberId, @Nullable String contactId) {}
}
