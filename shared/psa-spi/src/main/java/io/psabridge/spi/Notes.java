package io.psabridge.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes of one PSA's tickets. */
public interface Notes {

    /** Lists the oldest first, by id. Fails with NOT_FOUND if there is no such ticket. */
    Page<Note> list(Id<Ticket> ticket, PageRequest page);

    /** Sends once. Fails with effect UNKNOWN when it may be there all the same. */
    Note add(Id<Ticket> ticket, NewNote note);

    /**
     * What could be this note, if it was sent: the notes with its text as this PSA changes texts,
     * its audience and, when it has one, its author. Reads the ticket itself, then its notes to the
     * end, and fails rather than leave one out.
     */
    Alike alike(Id<Ticket> ticket, NewNote sent);

    /**
     * The notes that look like one that was sent.
     *
     * @param notes the oldest first
     * @param psaTime what the PSA's own clock showed when it answered, where it tells
     */
    record Alike(List<Note> notes, @Nullable Instant psaTime) {

        public Alike {
            notes = List.copyOf(notes);
        }
    }
}
