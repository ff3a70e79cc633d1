package io.psabridge.core.connection;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a connection's row, each time anew: a pause, rotation or deletion counts at once. */
@Singleton
final class ConnectionReader {

    private final TenantTransactions transactions;
    private final ConnectionRepository connections;

    ConnectionReader(TenantTransactions transactions, ConnectionRepository connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    Optional<Connection> find(TenantId tenant, ConnectionId id) {
        return transactions
                .in(tenant, () -> connections.find(tenant, id))
                .map(StoredConnection::connection);
    }

    StoredConnection get(TenantId tenant, ConnectionId id) {
        return transactions
                .in(tenant, () -> connections.find(tenant, id))
                .orElseThrow(() -> Problem.notFound("connection"));
    }
}
