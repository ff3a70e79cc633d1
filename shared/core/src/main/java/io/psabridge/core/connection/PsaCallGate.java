package io.psabridge.core.connection;

import io.psabridge.http.CallGate;
import io.psabridge.platform.db.TenantTransactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses to call a PSA while a transaction is open: one hung PSA must never drain the pool. Counts
 * the calls.
 */
@Singleton
public final class PsaCallGate implements CallGate {

    private final TenantTransactions transactions;
    private final ConnectionRepository connections;
    private final AtomicLong calls = new AtomicLong();

    PsaCallGate(TenantTransactions transactions, ConnectionRepository connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    @Override
    public void beforeCall(String connection) {
        if (transactions.active()) {
            throw new IllegalStateException(
                    "A PSA must not be called inside a database transaction");
        }
        calls.incrementAndGet();
    }

    /** How many calls went to PSAs from this process. */
    public long calls() {
        return calls.get();
    }

    /** Stored with the connection, so that every process obeys it. */
    @Override
    public void blocked(String connection, Duration time) {
        CallKeys.read(connection)
                .ifPresent(key ->
                        transactions.run(
                                key.tenant(),
                                () ->
                                        connections.setBlocked(
                                                key.tenant(), key.connection(), time)));
    }
}
