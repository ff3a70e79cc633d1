package io.psabridge.core.ticket;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.FromPsa;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tickets of a connection's PSA. Nothing of them is kept. */
@Singleton
public final class TicketService {

    private final Connections connections;
    private final AuditLog audit;

    TicketService(Connections connections, AuditLog audit) {
        this.connections = connections;
        this.audit = audit;
    }

    /** The newest first, by id. */
    public FromPsa<Page<Ticket>> search(
            TenantId tenant, ConnectionId connection, TicketFilter filter, PageRequest page) {
        return connections.read(
                tenant,
                connection,
                Capability.TICKETS_SEARCH,
                open -> open.answered(open.psa().tickets().list(filter, page)));
    }

    public FromPsa<Ticket> get(TenantId tenant, ConnectionId connection, Id<Ticket> ticket) {
        return connections.read(
                tenant,
                connection,
                Capability.TICKETS_SEARCH,
                open -> open.answered(open.psa().tickets().get(ticket)));
    }

    /** Sends once; without a board it goes to the connection's default board. */
    public FromPsa<Ticket> create(
            TenantId tenant, Actor actor, ConnectionId connection, NewTicket wanted) {
        return audit.after(
                tenant,
                actor,
                AuditAction.TICKET_CREATE,
                AuditSubject.none("ticket", connection.value()),
                () -> create(tenant, connection, wanted),
                made -> AuditSubject.ticket(made.value().id().value(), connection.value()));
    }

    private FromPsa<Ticket> create(TenantId tenant, ConnectionId connection, NewTicket wanted) {
        return connections.add(
                tenant,
                connection,
                Capability.TICKETS_CREATE,
                open -> {
                    checkSummary(
                            open,
                            Optional.of(wanted.fields().getOrDefault(TicketField.SUMMARY, "")));
                    return open.answered(open.psa().tickets().create(onDefaultBoard(open, wanted)));
                });
    }

    public FromPsa<Ticket> update(
            TenantId tenant,
            Actor actor,
            ConnectionId connection,
            Id<Ticket> ticket,
            TicketChange change) {
        AuditSubject subject = AuditSubject.ticket(ticket.value(), connection.value());
        return audit.after(
                tenant,
                actor,
                AuditAction.TICKET_UPDATE,
                subject,
                () -> update(tenant, connection, ticket, change),
                updated -> subject);
    }

    private FromPsa<Ticket> update(
            TenantId tenant, ConnectionId connection, Id<Ticket> ticket, TicketChange change) {
        return connections.write(
                tenant,
                connection,
                Capability.TICKETS_UPDATE,
                open -> {
                    checkSummary(
                            open,
                            change.fields().getOrDefault(TicketField.SUMMARY, Optional.empty()));
                    return open.answered(open.psa().tickets().update(ticket, change));
                });
    }

    private static NewTicket onDefaultBoard(OpenPsa open, NewTicket wanted) {
        String board = open.connection().settings().defaultBoardId();
        return board == null || wanted.fields().containsKey(TicketField.BOARD)
                ? wanted
                : wanted.with(TicketField.BOARD, board);
    }

    private static void checkSummary(OpenPsa open, Optional<String> summary) {
        int longest = open.provider().limits().summary();
        if (summary.isPresent()
                && summary.get().codePointCount(0, summary.get().length()) > longest) {
            throw Problem.invalid("summary", "is longer than " + longest + " characters");
        }
    }
}
