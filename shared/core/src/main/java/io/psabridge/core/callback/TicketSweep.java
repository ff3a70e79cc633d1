package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.RegisteredCallbacks;
import io.psabridge.core.link.LinkUpkeep;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketFilter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks for linked tickets that changed and of which nobody told us: every few minutes where the
 * PSA does not tell, hourly where it does. Asks nothing while a connection has no link.
 */
@Singleton
final class TicketSweep implements WorkHandler {

    private static final int PAGE = 200;
    private static final int PAGES_AT_A_TIME = 5;

    private final Errands errands;
    private final TenantTransactions transactions;
    private final SweepRepository sweeps;
    private final LinkUpkeep links;
    private final RegisteredCallbacks registered;
    private final CallbackUrls urls;
    private final WorkRepository work;

    TicketSweep(
            Errands errands,
            TenantTransactions transactions,
            SweepRepository sweeps,
            LinkUpkeep links,
            RegisteredCallbacks registered,
            CallbackUrls urls,
            WorkRepository work) {
        this.errands = errands;
        this.transactions = transactions;
        this.sweeps = sweeps;
        this.links = links;
        this.registered = registered;
        this.urls = urls;
        this.work = work;
    }

    @Override
    public String kind() {
        return CallbackWork.SWEEP;
    }

    @Override
    public void handle(Work claimed) {
        errands.begin(claimed).ifPresent(now -> sweep(claimed, now));
    }

    private void sweep(Work claimed, ConnectionNow now) {
        Optional<SweepPosition> position =
                now.connection().paused()
                        ? Optional.empty()
                        : transactions.in(claimed.tenant(), () -> position(claimed));
        if (position.isEmpty()) {
            rest(claimed);
            return;
        }
        try {
            go(claimed, now, position.get());
        } catch (PsaException e) {
            if (e.code() == PsaErrorCode.NOT_SUPPORTED) {
                errands.settle(claimed, held -> work.end(held.tenant(), held));
            } else {
                errands.later(claimed, e);
            }
        }
    }

    /** Empty when there is no link; its first one was read when it was made. */
    private Optional<SweepPosition> position(Work claimed) {
        ConnectionId connection = Errands.connection(claimed);
        Optional<Instant> oldest = links.oldest(claimed.tenant(), connection);
        if (oldest.isEmpty()) {
            sweeps.remove(claimed.tenant(), connection);
        }
        return oldest.map(moment ->
                sweeps.find(claimed.tenant(), connection)
                        .orElseGet(() -> SweepPosition.begin(moment)));
    }

    private void go(Work claimed, ConnectionNow now, SweepPosition from) {
        SweepPosition position = from;
        for (int page = 0; page < PAGES_AT_A_TIME; page++) {
            Optional<SweepPosition> next = step(claimed, now, position);
            if (next.isEmpty()) {
                return;
            }
            position = next.get();
            if (position.isAtItsEnd()) {
                rest(claimed);
                return;
            }
        }
        errands.settle(claimed, held -> work.postpone(held.tenant(), held, Duration.ZERO));
    }

    /** One page, stored before the next is read; empty when the work was lost. */
    private Optional<SweepPosition> step(Work claimed, ConnectionNow now, SweepPosition position) {
        Instant begun = links.beginToRead(claimed.tenant());
        TicketFilter filter = TicketFilter.ALL.withUpdatedSince(position.asksFrom());
        Page<Ticket> page =
                errands.ask(
                        now,
                        open ->
                                open.psa()
                                        .tickets()
                                        .list(filter, new PageRequest(position.pageAfter(), PAGE)));
        SweepPosition next = position.after(page);
        boolean stored = errands.settle(claimed, held -> store(held, page, begun, next));
        return stored ? Optional.of(next) : Optional.empty();
    }

    private void store(Work held, Page<Ticket> page, Instant begun, SweepPosition next) {
        ConnectionId connection = Errands.connection(held);
        links.show(held.tenant(), connection, page.items(), begun);
        sweeps.set(held.tenant(), connection, next);
    }

    private void rest(Work claimed) {
        ConnectionId connection = Errands.connection(claimed);
        errands.settle(
                claimed,
                held -> {
                    boolean told = !registered.among(held.tenant(), List.of(connection)).isEmpty();
                    work.postpone(
                            held.tenant(),
                            held,
                            told ? CallbackWork.SWEEP_WHEN_TOLD : CallbackWork.SWEEP_WHEN_NOT);
                    if (urls.reachable()) {
                        CallbackWork.registerUnlessWatched(work, held.tenant(), held.connection());
                    }
                });
    }
}
