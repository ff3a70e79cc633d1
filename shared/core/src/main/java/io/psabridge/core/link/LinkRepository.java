package io.psabridge.core.link;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code ticket_link}. Runs in its caller's transaction. */
@Singleton
final class LinkRepository {

    private static final String SELECT = "SELECT * FROM ticket_link WHERE tenant_id = ?";

    private final Sql sql;
    private final LinkRows rows;

    LinkRepository(Sql sql, LinkRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Nothing happens when the same link is there already. */
    void insert(TenantId tenant, TicketLink link) {
        sql.update(
                "INSERT INTO ticket_link (tenant_id, id, connection_id, ticket_id, record_type, record_id,"
                        + " record_title, record_url, ticket_summary, ticket_status, ticket_closed,"
                        + " ticket_company, ticket_url, refreshed_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, psa_bridge_now(), ?)"
                        + " ON CONFLICT DO NOTHING",
                tenant.value(),
                link.id().value(),
                link.connection().value(),
                link.ticketId().value(),
                link.record().type(),
                link.record().id(),
                link.record().title(),
                text(link.record().url()),
                link.ticket().summary(),
                rows.json(link.ticket().status()),
                link.ticket().closed(),
                rows.json(link.ticket().company()),
                link.ticket().url().toString(),
                link.createdBy());
    }

    Optional<TicketLink> find(TenantId tenant, LinkId id) {
        return sql.first(rows::read, SELECT + " AND id = ?", tenant.value(), id.value());
    }

    Optional<TicketLink> same(
            TenantId tenant, ConnectionId connection, Id<Ticket> ticket, LinkedRecord record) {
        return sql.first(
                rows::read,
                SELECT
                        + " AND connection_id = ? AND ticket_id = ? AND record_type = ? AND record_id = ?",
                tenant.value(),
                connection.value(),
                ticket.value(),
                record.type(),
                record.id());
    }

    /** The newest first. */
    List<TicketLink> list(TenantId tenant, LinkFilter filter, @Nullable String before, int limit) {
        return sql.list(
                rows::read,
                SELECT
                        + " AND (?::text IS NULL OR record_type = ?) AND (?::text IS NULL OR record_id = ?)"
                        + " AND (?::text IS NULL OR connection_id = ?) AND (?::text IS NULL OR ticket_id = ?)"
                        + " AND (?::text IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
                tenant.value(),
                filter.recordType(),
                filter.recordType(),
                filter.recordId(),
                filter.recordId(),
                filter.connectionId(),
                filter.connectionId(),
                filter.ticketId(),
                filter.ticketId(),
                before,
                before,
                limit);
    }

    void refresh(TenantId tenant, LinkId id, LinkedTicket ticket) {
        sql.update(
                "UPDATE ticket_link SET ticket_summary = ?, ticket_status = ?::jsonb, ticket_closed = ?,"
                        + " ticket_company = ?::jsonb, ticket_url = ?, refreshed_at = psa_bridge_now()"
                        + " WHERE tenant_id = ? AND id = ?",
                ticket.summary(),
                rows.json(ticket.status()),
                ticket.closed(),
                rows.json(ticket.company()),
                ticket.url().toString(),
                tenant.value(),
                id.value());
    }

    /** Since when the oldest of a connection's links shows its ticket; empty when it has none. */
    Optional<Instant> oldest(TenantId tenant, ConnectionId connection) {
        return sql.first(
                row -> row.instant("refreshed_at"),
                "SELECT refreshed_at FROM ticket_link WHERE tenant_id = ? AND connection_id = ?"
                        + " ORDER BY refreshed_at LIMIT 1",
                tenant.value(),
                connection.value());
    }

    /** Those of these tickets that are linked. */
    Set<Id<Ticket>> linked(
            TenantId tenant, ConnectionId connection, Collection<Id<Ticket>> tickets) {
        List<Id<Ticket>> found =
                sql.list(
                        row -> Id.of(row.text("ticket_id")),
                        "SELECT DISTINCT ticket_id FROM ticket_link"
                                + " WHERE tenant_id = ? AND connection_id = ? AND ticket_id = ANY (?)",
                        tenant.value(),
                        connection.value(),
                        tickets.stream().map(Id::value).toArray(String[]::new));
        return Set.copyOf(found);
    }

    Instant now(TenantId tenant) {
        return sql.first(
                        row -> row.instant("moment"),
                        "SELECT psa_bridge_now() AS moment WHERE psa_bridge_tenant() = ?",
                        tenant.value())
                .orElseThrow();
    }

    /** In all links of the ticket that do not show it as read later. */
    void show(TenantId tenant, ConnectionId connection, Id<Ticket> id, LinkedTicket ticket) {
        sql.update(
                "UPDATE ticket_link SET ticket_summary = ?, ticket_status = ?::jsonb, ticket_closed = ?,"
                        + " ticket_company = ?::jsonb, ticket_url = ?, refreshed_at = ?"
                        + " WHERE tenant_id = ? AND connection_id = ? AND ticket_id = ? AND refreshed_at <= ?",
                ticket.summary(),
                rows.json(ticket.status()),
                ticket.closed(),
                rows.json(ticket.company()),
                ticket.url().toString(),
                ticket.refreshedAt(),
                tenant.value(),
                connection.value(),
                id.value(),
                ticket.refreshedAt());
    }

    boolean delete(TenantId tenant, LinkId id) {
        return sql.update(
                        "DELETE FROM ticket_link WHERE tenant_id = ? AND id = ?",
                        tenant.value(),
                        id.value())
                == 1;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
