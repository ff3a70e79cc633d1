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
 * A note that was entrusted to us for a ticket.
 *
 * @param link through which it was posted, if through one
 * @param author as whom the PSA shows it; nobody before it is posted
 * @param attempts how often it was sent
 * @param nextAttemptAt when it is sent, or looked for, next; absent when it is not
 * @param psaNote present once it is posted
 * @param problem what went wrong last, or for good
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
        NotePostState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Id<Note> psaNote,
        @Nullable PostProblem problem,
        Instant createdAt,
        @Nullable Instant postedAt) {

    static final Note.Author NOBODY = new Note.Author(null, null, null);

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
                state,
                attempts,
                nextAttemptAt,
                psaNote,
                problem,
                createdAt,
                postedAt);
    }

    @Override
    public String toString() {
        return "NotePost[" + id + ", " + state + "]"; // the text is nobody else's business
    }
}
