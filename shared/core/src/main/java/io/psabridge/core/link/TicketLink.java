package io.psabridge.core.link;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import java.time.Instant;

/** Ties a record of the application to a ticket of a connection's PSA. */
public record TicketLink(
        LinkId id,
        ConnectionId connection,
        Id<Ticket> ticketId,
        LinkedRecord record,
        LinkedTicket ticket,
        String createdBy,
        Instant createdAt) {}
