package io.psabridge.core.callback;

import io.psabridge.core.connection.CacheEpochs;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.link.LinkUpkeep;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the hint that a ticket changed: re-reads it, and shows in its links what the PSA shows.
 * The hint may be false, late or out of order, and "deleted" may mean moved: only the PSA's answer
 * counts, and where it shows nothing the links stay as they were.
 */
@Singleton
final class TicketFollower implements WorkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TicketFollower.class);

    /** More than three days of trying. */
    private static final int LAST_ATTEMPT = 150;

    private final Errands errands;
    private final TenantTransactions transactions;
    private final MessageRepository messages;
    private final LinkUpkeep links;
    private final CacheEpochs caches;
    private final WorkRepository work;

    TicketFollower(
            Errands errands,
            TenantTransactions transactions,
            MessageRepository messages,
            LinkUpkeep links,
            CacheEpochs caches,
            WorkRepository work) {
        this.errands = errands;
        this.transactions = transactions;
        this.messages = messages;
        this.links = links;
        this.caches = caches;
        this.work = work;
    }

    @Override
    public String kind() {
        return CallbackWork.TICKET;
    }

    @Override
    public void handle(Work claimed) {
        errands.begin(claimed).ifPresent(now -> follow(claimed, now));
    }

    private void follow(Work claimed, ConnectionNow now) {
        ConnectionId connection = Errands.connection(claimed);
        Id<Ticket> id = Id.of(claimed.subject());
        Begun begun =
                transactions.in(
                        claimed.tenant(),
                        () ->
                                new Begun(
                                        lastMessage(claimed),
                                        links.beginToRead(claimed.tenant()),
                                        links.isLinked(claimed.tenant(), connection, id)));
        try {
            end(claimed, begun, begun.linked() ? read(now, id) : null);
        } catch (PsaException e) {
            if (Errands.isRefusal(e.code()) || claimed.attempts() >= LAST_ATTEMPT) {
                LOG.warn(
                        "Ticket {} of connection {} changed and cannot be read ({}); its links show it as it was",
                        claimed.subject(),
                        claimed.connection(),
                        e.code());
                end(claimed, begun, null);
            } else {
                errands.later(claimed, e);
            }
        }
    }

    /** None when the PSA has no such ticket, on any route, while it shows others. */
    private @Nullable Ticket read(ConnectionNow now, Id<Ticket> id) {
        Optional<Ticket> found =
                errands.ask(
                        now,
                        open -> {
                            try {
                                return Optional.of(open.psa().tickets().get(id));
                            } catch (PsaException e) {
                                if (e.code() == PsaErrorCode.NOT_FOUND) {
                                    return Optional.empty();
                                }
                                throw e;
                            }
                        });
        return found.orElse(null);
    }

    private void end(Work claimed, Begun begun, @Nullable Ticket ticket) {
        transactions.run(
                claimed.tenant(),
                () -> {
                    // first: whoever changes a connection locks its work after it
                    caches.next(claimed.tenant(), Errands.connection(claimed));
                    errands.settle(claimed, held -> store(held, begun, ticket));
                });
    }

    private void store(Work held, Begun begun, @Nullable Ticket ticket) {
        if (ticket != null) {
            links.show(held.tenant(), Errands.connection(held), List.of(ticket), begun.readFrom());
        }
        if (lastMessage(held) == begun.message()) {
            work.end(held.tenant(), held);
        } else {
            work.postpone(held.tenant(), held, Duration.ZERO);
        }
    }

    private long lastMessage(Work held) {
        return messages.last(held.tenant(), Errands.connection(held), Topic.TICKET, held.subject());
    }

    /**
     * What was so before the ticket was read.
     *
     * @param message the last about it; when there is a later one in the end, it is read again
     */
    private record Begun(long message, Instant readFrom, boolean linked) {}
}
