package io.psabridge.spi;

import java.util.Optional;

/** The service tickets of one PSA. */
public interface Tickets {

    /** Fails with NOT_FOUND if there is no such ticket. */
    Ticket get(Id<Ticket> id);

    /** Lists the newest first, by id; never a row twice, never skips one that stayed. */
    Page<Ticket> list(TicketFilter filter, PageRequest page);

    /**
     * Sends once. The ticket that the PSA returned was compared with what was asked. Sends no
     * e-mail.
     */
    Ticket create(NewTicket ticket);

    /**
     * Changes only the fields that are present. Fails with NOT_APPLIED, naming the fields, when the
     * PSA said yes and the record shows other values. Sends no e-mail.
     */
    Ticket update(Id<Ticket> id, TicketChange change);

    /** The ticket that was created with this marker, if the PSA has one; the newest of several. */
    Optional<Ticket> findByMarker(String marker);
}
