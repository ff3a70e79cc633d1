package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.link.LinkId;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import io.psabridge.spi.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note that we posted, and the PSA confirmed.
 *
 * @param link through which it was posted, if through one
 * @param author as whom the PSA shows it
 */
public record NotePost(
        NotePostId id,
        ConnectionId connection,
        Id<Ticket> ticket,
        @Nullable LinkId link,
        String text,
        Audience audience,
        boolean notifyCustomer,
        Note.Author author,
        Id<Note> psaNote,
        Instant createdAt,
        Instant postedAt) {

    NotePost withText(String opened) {
        return new NotePost(
                id,
                connection,
                ticket,
                link,
                opened,
                audience,
                notifyCustomer,
                author,
                psaNote,
                createdAt,
                postedAt);
    }

    @Override
    public String toString() {
        return "NotePost[" + id + "]"; // the text is nobody else's business
    }
}
