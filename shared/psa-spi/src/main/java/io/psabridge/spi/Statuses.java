package io.psabridge.spi;

import java.util.List;

/** The statuses of one PSA's boards. */
public interface Statuses {

    /** The active statuses of a board, in the board's own order. */
    List<Status> ofBoard(Id<Board> board);

    /**
     * Puts a ticket into a status of its own board and reads it back by a call of its own. Fails
     * with STATUS_NOT_ON_BOARD, or with NOT_APPLIED when the PSA said yes and the ticket shows
     * another status. Sends no e-mail.
     */
    Ticket change(Id<Ticket> ticket, Id<Status> status);
}
