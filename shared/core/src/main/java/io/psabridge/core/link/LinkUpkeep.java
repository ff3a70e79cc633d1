package io.psabridge.core.link;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows in links what became of their tickets. Only adds what a PSA showed: no link goes because
 * its ticket is not found.
 */
@Singleton
public final class LinkUpkeep {

    private final TenantTransactions transactions;
    private final LinkRepository links;

    LinkUpkeep(TenantTransactions transactions, LinkRepository links) {
        this.transactions = transactions;
        this.links = links;
    }

    /** Since when the oldest of a connection's links shows its ticket; empty when it has none. */
    public Optional<Instant> oldest(TenantId tenant, ConnectionId connection) {
        return transactions.in(tenant, () -> links.oldest(tenant, connection));
    }

    /** Before a ticket is read: the moment from which what is read then is known. */
    public Instant beginToRead(TenantId tenant) {
        return transactions.in(tenant, () -> links.now(tenant));
    }

    public boolean isLinked(TenantId tenant, ConnectionId connection, Id<Ticket> ticket) {
        return transactions.in(
                tenant, () -> !links.linked(tenant, connection, List.of(ticket)).isEmpty());
    }

    /**
     * Shows those of the tickets that are linked. Nothing happens to a link that was refreshed by
     * somebody who began to read later.
     *
     * @param begun from {@link #beginToRead}
     */
    public void show(
            TenantId tenant, ConnectionId connection, List<Ticket> tickets, Instant begun) {
        transactions.run(
                tenant,
                () -> {
                    Set<Id<Ticket>> linked =
                            links.linked(
                                    tenant, connection, tickets.stream().map(Ticket::id).toList());
                    for (Ticket ticket : tickets) {
                        if (linked.contains(ticket.id())) {
                            links.show(
                                    tenant,
                                    connection,
                                    ticket.id(),
                                    LinkedTicket.of(ticket, begun));
                        }
                    }
                });
    }
}
