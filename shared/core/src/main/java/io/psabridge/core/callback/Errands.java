package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.OpenPsa;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Backoff;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.Worker;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** How every piece of work here begins, asks the PSA, and ends. */
@Singleton
final class Errands {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    private final TenantTransactions transactions;
    private final Connections connections;
    private final WorkRepository work;

    Errands(TenantTransactions transactions, Connections connections, WorkRepository work) {
        this.transactions = transactions;
        this.connections = connections;
        this.work = work;
    }

    static ConnectionId connection(Work held) {
        return new ConnectionId(held.connection());
    }

    /** Empty when there is nothing to do now: the work was ended, given back or lost. */
    Optional<ConnectionNow> begin(Work held) {
        return transactions.in(
                held.tenant(),
                () -> {
                    if (!work.keep(held.tenant(), held, Worker.LEASE)) {
                        return Optional.empty();
                    }
                    Optional<ConnectionNow> now = connections.now(held.tenant(), connection(held));
                    if (now.isEmpty()) {
                        work.end(held.tenant(), held);
                        return Optional.empty();
                    }
                    Duration rest = now.get().restsFor();
                    if (rest.isPositive()) {
                        work.postpone(held.tenant(), held, rest);
                        return Optional.empty();
                    }
                    return now;
                });
    }

    /**
     * Outside any transaction. A failure counts for the connection's health before it is thrown.
     */
    <T> T ask(ConnectionNow now, Function<OpenPsa, T> question) {
        try {
            T answer = question.apply(connections.open(now, connections.budget()));
            connections.worked(now);
            return answer;
        } catch (PsaException e) {
            if (!isRefusal(e.code())) {
                connections.failed(now, e);
            }
            throw e;
        }
    }

    /** Whether asking again changes nothing until somebody changes something in the PSA. */
    static boolean isRefusal(PsaErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, PERMISSION_DENIED, NOT_FOUND, REJECTED, NOT_SUPPORTED -> true;
            default -> false;
        };
    }

    /**
     * Stores what came of it and says when there is more to do, in one transaction. False, and
     * nothing is stored, when the work was lost meanwhile: somebody else has it, or its connection
     * is gone.
     */
    boolean settle(Work held, Consumer<Work> result) {
        return transactions.in(
                held.tenant(),
                () -> {
                    boolean ours = work.keep(held.tenant(), held, Worker.LEASE);
                    if (ours) {
                        result.accept(held);
                    }
                    return ours;
                });
    }

    /** Tries again later: when the PSA said so, else after a time that grows with each failure. */
    void later(Work held, PsaException failure) {
        Duration delay = failure.retryAfter().orElseGet(() -> BACKOFF.after(held.attempts() - 1));
        settle(held, ours -> work.postpone(ours.tenant(), ours, delay));
    }
}
