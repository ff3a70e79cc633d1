package io.psabridge.core.link;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The links of a tenant's records to tickets. */
@Singleton
public final class LinkService {

    private final TenantTransactions transactions;
    private final LinkRepository links;
    private final TicketService tickets;
    private final Connections connections;

    LinkService(
            TenantTransactions transactions,
            LinkRepository links,
            TicketService tickets,
            Connections connections) {
        this.transactions = transactions;
        this.links = links;
        this.tickets = tickets;
        this.connections = connections;
    }

    /**
     * Links a record to a ticket that the PSA has; the same link again is the one that is there.
     *
     * @param creator the subject of the caller's token
     */
    public Created create(
            TenantId tenant,
            ConnectionId connection,
            Id<Ticket> ticketId,
            LinkedRecord record,
            String creator) {
        Ticket ticket = tickets.get(tenant, connection, ticketId).value();
        Instant now = Instant.now();
        TicketLink link =
                new TicketLink(
                        LinkId.fresh(),
                        connection,
                        ticket.id(),
                        record,
                        LinkedTicket.of(ticket, now),
                        creator,
                        now);
        return transactions.in(
                tenant,
                () -> {
                    boolean fresh = links.insert(tenant, link);
                    TicketLink kept =
                            links.same(tenant, connection, ticket.id(), record)
                                    .orElseThrow(LinkService::removedMeanwhile);
                    return new Created(kept, fresh);
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

    public void delete(TenantId tenant, LinkId id) {
        if (!transactions.in(tenant, () -> links.delete(tenant, id))) {
            throw Problem.notFound("ticket link");
        }
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
