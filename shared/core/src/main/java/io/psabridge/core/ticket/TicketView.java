package io.psabridge.core.ticket;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.FromPsa;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the API shows it.
 *
 * @param url where a person opens it
 * @param raw the PSA's own JSON, when it was asked for
 * @param deduplicated true: it was there, under the same dedupe key
 */
@Serdeable
public record TicketView(
        String id,
        String connectionId,
        String provider,
        String summary,
        @Nullable String description,
        @Nullable Named status,
        boolean closed,
        @Nullable Named board,
        @Nullable Named priority,
        @Nullable Named company,
        @Nullable Named contact,
        @Nullable Named assignee,
        @Nullable Named type,
        @Nullable Named subType,
        @Nullable Named item,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        URI url,
        @Nullable JsonNode raw,
        @Nullable Boolean deduplicated) {

    public static TicketView of(FromPsa<Ticket> read) {
        return of(read.connection(), read.value());
    }

    public static TicketView of(Connection connection, Ticket ticket) {
        return of(connection, ticket, null);
    }

    public static TicketView of(CreatedTicket created) {
        FromPsa<Ticket> ticket = created.ticket();
        return of(ticket.connection(), ticket.value(), null, created.deduplicated() ? true : null);
    }

    public static TicketView of(Connection connection, Ticket ticket, @Nullable JsonNode raw) {
        return of(connection, ticket, raw, null);
    }

    private static TicketView of(
            Connection connection,
            Ticket ticket,
            @Nullable JsonNode raw,
            @Nullable Boolean deduplicated) {
        return new TicketView(
                ticket.id().value(),
                connection.id().value(),
                connection.provider().value(),
                ticket.summary(),
                ticket.description(),
                named(ticket, TicketField.STATUS),
                ticket.closed(),
                named(ticket, TicketField.BOARD),
                named(ticket, TicketField.PRIORITY),
                named(ticket, TicketField.COMPANY),
                named(ticket, TicketField.CONTACT),
                named(ticket, TicketField.ASSIGNEE),
                named(ticket, TicketField.TYPE),
                named(ticket, TicketField.SUB_TYPE),
                named(ticket, TicketField.ITEM),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.url(),
                raw,
                deduplicated);
    }

    private static @Nullable Named named(Ticket ticket, TicketField field) {
        return ticket.reference(field).map(Named::of).orElse(null);
    }

    /** A record that the ticket refers to. */
    @Serdeable
    public record Named(String id, String name) {

        public static Named of(Ref ref) {
            return new Named(ref.id(), ref.name());
        }
    }
}
