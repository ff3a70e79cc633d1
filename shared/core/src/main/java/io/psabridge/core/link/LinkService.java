package io.psabridge.core.link;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.audit.Done;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The links of a tenant's records to tickets. */
@Singleton
public final class LinkService {

    private final TenantTransactions transactions;
    private final LinkRepository links;
    private final TicketService tickets;
    private final Connections connections;
    private final AuditLog audit;

    LinkService(
            TenantTransactions transactions,
            LinkRepository links,
            TicketService tickets,
            Connections connections,
            AuditLog audit) {
        this.transactions = transactions;
        this.links = links;
        this.tickets = tickets;
        this.connections = connections;
        this.audit = audit;
    }

    /**
     * Links a record to a ticket that the PSA has; the same link again is the one that is there.
     */
    public Created create(
            TenantId tenant,
            Actor actor,
            ConnectionId connection,
            Id<Ticket> ticketId,
            LinkedRecord record) {
        return create(tenant, actor, connection, ticketId, record, Attempt.only());
    }

    /** Whoever resumes is told what the attempt would have been that made the link. */
    public Created create(
            TenantId tenant,
            Actor actor,
            ConnectionId connection,
            Id<Ticket> ticketId,
            LinkedRecord record,
            Attempt attempt) {
        LinkId id = LinkId.reserved(attempt);
        return madeBefore(tenant, id, attempt)
                .orElseGet(() ->
                        audit.around(
                                tenant,
                                actor,
                                AuditAction.LINK_CREATE,
                                AuditSubject.none("link", connection.value()),
                                done ->
                                        create(
                                                tenant,
                                                id,
                                                connection,
                                                ticketId,
                                                record,
                                                actor.sub(),
                                                done)));
    }

    private Optional<Created> madeBefore(TenantId tenant, LinkId id, Attempt attempt) {
        return attempt.resumed()
                ? transactions
                        .in(tenant, () -> links.find(tenant, id))
                        .map(link -> new Created(link, true))
                : Optional.empty();
    }

    private Created create(
            TenantId tenant,
            LinkId id,
            ConnectionId connection,
            Id<Ticket> ticketId,
            LinkedRecord record,
            String creator,
            Done done) {
        Ticket ticket = tickets.get(tenant, connection, ticketId).value();
        Instant now = Instant.now();
        TicketLink link =
                new TicketLink(
                        id,
                        connection,
                        ticket.id(),
                        record,
                        LinkedTicket.of(ticket, now),
                        creator,
                        now);
        return transactions.in(
                tenant,
                () -> {
                    links.insert(tenant, link);
                    TicketLink kept =
                            links.same(tenant, connection, ticket.id(), record)
                                    .orElseThrow(LinkService::removedMeanwhile);
                    done.on(subject(kept.id(), connection));
                    return new Created(kept, kept.id().equals(id));
                });
    }

    /** The newest first; {@link Page#next} is the last id of a full page. */
    public Page<TicketLink> list(TenantId tenant, LinkFilter filter, PageRequest page) {
        List<TicketLink> rows =
                transactions.in(
                        tenant, () -> links.list(tenant, filter, page.after(), page.size() + 1));
        return rows.size() <= page.size()
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, page.size()), rows.get(page.size() - 1).id().value());
    }

    public TicketLink get(TenantId tenant, LinkId id) {
        return transactions
                .in(tenant, () -> links.find(tenant, id))
                .orElseThrow(() -> Problem.notFound("ticket link"));
    }

    /**
     * Re-reads the ticket from the PSA; fails with {@code connection_paused} while the connection
     * is paused.
     */
    public TicketLink refresh(TenantId tenant, LinkId id) {
        TicketLink link = get(tenant, id);
        connections.requireUnpaused(tenant, link.connection());
        Ticket ticket = tickets.get(tenant, link.connection(), link.ticketId()).value();
        return transactions.in(
                tenant,
                () -> {
                    links.refresh(tenant, id, LinkedTicket.of(ticket, Instant.now()));
                    return links.find(tenant, id)
                            .orElseThrow(() -> Problem.notFound("ticket link"));
                });
    }

    public void delete(TenantId tenant, Actor actor, LinkId id) {
        audit.around(
                tenant,
                actor,
                AuditAction.LINK_DELETE,
                new AuditSubject("link", id.value(), null),
                done ->
                        transactions.in(
                                tenant,
                                () -> {
                                    TicketLink link =
                                            links.find(tenant, id)
                                                    .filter(found -> links.delete(tenant, id))
                                                    .orElseThrow(
                                                            () -> Problem.notFound("ticket link"));
                                    done.on(subject(id, link.connection()));
                                    return link;
                                }));
    }

    private static AuditSubject subject(LinkId id, ConnectionId connection) {
        return new AuditSubject("link", id.value(), connection.value());
    }

    private static Problem removedMeanwhile() {
        return Problem.of(ProblemCode.CONFLICT)
                .detail("The link was removed by another request meanwhile.")
                .build();
    }

    /**
     * A link that is there now.
     *
     * @param fresh whether it was not there before
     */
    public record Created(TicketLink link, boolean fresh) {}
}
