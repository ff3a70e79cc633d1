package io.psabridge.core.link;

import io.psabridge.spi.Ref;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket as it was when it was last read. */
public record LinkedTicket(
        String summary,
        @Nullable Ref status,
        boolean closed,
        @Nullable Ref company,
        URI url,
        Instant refreshedAt) {

    static LinkedTicket of(Ticket ticket, Instant readAt) {
        return new LinkedTicket(
                ticket.summary(),
                ticket.reference(TicketField.STATUS).orElse(null),
                ticket.closed(),
                ticket.reference(TicketField.COMPANY).orElse(null),
                ticket.url(),
                readAt);
    }
}
