package io.psabridge.functions.tickets;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.link.LinkedRecord;
import io.psabridge.core.link.LinkedTicket;
import io.psabridge.core.link.TicketLink;
import io.psabridge.core.ticket.TicketView;
import io.psabridge.spi.Ref;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the application, tied to a ticket. */
@Serdeable
record LinkView(
        String id,
        String connectionId,
        String ticketId,
        RecordView record,
        LinkedTicketView ticket,
        String createdBy,
        Instant createdAt) {

    static LinkView of(TicketLink link) {
        return new LinkView(
                link.id().value(),
                link.connection().value(),
                link.ticketId().value(),
                RecordView.of(link.record()),
                LinkedTicketView.of(link.ticket()),
                link.createdBy(),
                link.createdAt());
    }

    /** The record, in the application's own terms. */
    @Serdeable
    record RecordView(String type, String id, @Nullable String title, @Nullable URI url) {

        static RecordView of(LinkedRecord record) {
            return new RecordView(record.type(), record.id(), record.title(), record.url());
        }
    }

    /** The ticket as it was at {@code refreshedAt}. */
    @Serdeable
    record LinkedTicketView(
            String summary,
            TicketView.@Nullable Named status,
            boolean closed,
            TicketView.@Nullable Named company,
            URI url,
            Instant refreshedAt) {

        static LinkedTicketView of(LinkedTicket ticket) {
            return new LinkedTicketView(
                    ticket.summary(),
                    named(ticket.status()),
                    ticket.closed(),
                    named(ticket.company()),
                    ticket.url(),
                    ticket.refreshedAt());
        }

        private static TicketView.@Nullable Named named(@Nullable Ref ref) {
            return ref == null ? null : TicketView.Named.of(ref);
        }
    }
}
