package io.psabridge.core.ticket;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.FromPsa;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.idempotency.Attempt;
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
import org.jspecify.annotations.Nullable;

/** The tickets of a connection's PSA. Of what is in them nothing is kept. */
@Singleton
public final class TicketService {

    private final Connections connections;
    private final TicketCreation creation;
    private final AuditLog audit;

    TicketService(Connections connections, TicketCreation creation, AuditLog audit) {
        this.connections = connections;
        this.creation = creation;
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

    /** Makes a ticket that carries no key: it is sent once. */
    public FromPsa<Ticket> create(
            TenantId tenant, Actor actor, ConnectionId connection, NewTicket wanted) {
        return create(tenant, actor, connection, wanted, null, Attempt.only()).ticket();
    }

    /**
     * Makes a ticket; without a board it goes to the connection's default board. With a key there
     * is one ticket a key, and asking again does no harm. Without any it is sent once.
     *
     * @param dedupeKey what the ticket is about, in the caller's terms: while it is open there is
     *     no other
     */
    public CreatedTicket create(
            TenantId tenant,
            Actor actor,
            ConnectionId connection,
            NewTicket wanted,
            @Nullable String dedupeKey,
            Attempt attempt) {
        return audit.after(
                tenant,
                actor,
                AuditAction.TICKET_CREATE,
                AuditSubject.none("ticket", connection.value()),
                () -> create(tenant, connection, wanted, dedupeKey, attempt),
                made ->
                        AuditSubject.ticket(
                                made.ticket().value().id().value(), connection.value()));
    }

    private CreatedTicket create(
            TenantId tenant,
            ConnectionId connection,
            NewTicket wanted,
            @Nullable String dedupeKey,
            Attempt attempt) {
        KeyedCreate create = KeyedCreate.of(tenant, connection, dedupeKey, attempt).orElse(null);
        if (create != null) {
            return creation.create(tenant, create, wanted, TicketService::completed);
        }
        return connections.add(
                tenant,
                connection,
                Capability.TICKETS_CREATE,
                open -> {
                    Ticket made = open.psa().tickets().create(completed(open, wanted));
                    return new CreatedTicket(open.answered(made), false);
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

    private static NewTicket completed(OpenPsa open, NewTicket wanted) {
        checkSummary(open, Optional.of(wanted.fields().getOrDefault(TicketField.SUMMARY, "")));
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
