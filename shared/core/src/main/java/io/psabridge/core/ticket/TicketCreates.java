package io.psabridge.core.ticket;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of the tickets that are made once, over all processes. Each step is committed when
 * it returns.
 */
@Singleton
final class TicketCreates {

    private static final int SERVER_ERROR = 500;

    private final TenantTransactions transactions;
    private final TicketCreateRepository rows;
    private final BridgeSettings settings;

    TicketCreates(
            TenantTransactions transactions, TicketCreateRepository rows, BridgeSettings settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.settings = settings;
    }

    /** Stores that it is about to be sent, unless something is known of it already. */
    Begun begin(TenantId tenant, KeyedCreate create, PsaProvider provider) {
        return transactions.in(
                tenant,
                () -> {
                    while (true) {
                        Optional<Turn> turn = rows.begin(tenant, create, untilItSettles(provider));
                        if (turn.isPresent()) {
                            return new Begun.Ours(turn.get());
                        }
                        Optional<TicketCreateRow> known = rows.find(tenant, create);
                        if (known.isPresent()) {
                            return new Begun.Known(known.get());
                        }
                    }
                });
    }

    /** Stores that it is about to be sent again; empty when somebody else came first. */
    Optional<Turn> again(
            TenantId tenant, KeyedCreate create, TicketCreateRow known, PsaProvider provider) {
        return transactions.in(
                tenant, () -> rows.again(tenant, create, known, untilItSettles(provider)));
    }

    void made(TenantId tenant, KeyedCreate create, int attempt, String ticketId) {
        transactions.run(tenant, () -> rows.made(tenant, create, attempt, ticketId));
    }

    void failed(
            TenantId tenant,
            KeyedCreate create,
            int attempt,
            PsaException failure,
            PsaProvider provider) {
        transactions.run(
                tenant,
                () -> {
                    if (failure.effect() == Effect.UNKNOWN) {
                        rows.unknown(tenant, create, attempt, after(failure, provider));
                    } else {
                        rows.refused(tenant, create, attempt);
                    }
                });
    }

    /** It was not sent; all is as before. */
    void notSent(TenantId tenant, KeyedCreate create, int attempt) {
        transactions.run(tenant, () -> rows.refused(tenant, create, attempt));
    }

    /** Whether nobody knows if it is there. */
    boolean isOpen(TenantId tenant, KeyedCreate create) {
        return transactions
                .in(tenant, () -> rows.find(tenant, create))
                .filter(row -> !row.made())
                .isPresent();
    }

    /** For a process that dies on the way: the call may go on for as long as a request may. */
    private Duration untilItSettles(PsaProvider provider) {
        return settings.requestBudget()
                .plus(
                        settings.settleTime()
                                .orElseGet(() -> provider.settleTimes().withoutAnswer()));
    }

    private Duration after(PsaException failure, PsaProvider provider) {
        boolean answered =
                failure.answer().filter(answer -> answer.status() >= SERVER_ERROR).isPresent();
        PsaProvider.SettleTimes times = provider.settleTimes();
        return settings.settleTime()
                .orElseGet(() -> answered ? times.afterServerError() : times.withoutAnswer());
    }
}
