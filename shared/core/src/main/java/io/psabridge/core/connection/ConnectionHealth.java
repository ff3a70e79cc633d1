package io.psabridge.core.connection;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;

/** Remembers what a PSA's answers say about its connection. Writes only when that changed. */
@Singleton
final class ConnectionHealth {

    private final TenantTransactions transactions;
    private final ConnectionRepository connections;

    ConnectionHealth(TenantTransactions transactions, ConnectionRepository connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    /** A missing right stays until a check of the connection shows that it is there. */
    void worked(Connection connection) {
        if (connection.health().state() != Health.State.LIMITED) {
            remember(connection, Health.GOOD);
        }
    }

    void failed(Connection connection, PsaException failure) {
        Health.after(failure).ifPresent(health -> remember(connection, health));
    }

    private void remember(Connection connection, Health health) {
        if (health.state() != connection.health().state()) {
            transactions.run(
                    connection.tenant(),
                    () -> connections.setHealth(connection.tenant(), connection.id(), health));
        }
    }
}
