package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.TicketLink;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import org.jspecify.annotations.Nullable;

/** The ticket on which a note goes. */
public record NoteTarget(ConnectionId connection, Id<Ticket> ticket, @Nullable LinkId link) {

    public static NoteTarget of(TicketLink link) {
        return new NoteTarget(link.connection(), link.ticketId(), link.id());
    }
}
