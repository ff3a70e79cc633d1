package io.psabridge.spi;

/** The notes of one PSA's tickets. */
public interface Notes {

    /** Lists the oldest first, by id. Fails with NOT_FOUND if there is no such ticket. */
    Page<Note> list(Id<Ticket> ticket, PageRequest page);

    /** Sends once. Fails with effect UNKNOWN when it may be there all the same. */
    Note add(Id<Ticket> ticket, NewNote note);
}
