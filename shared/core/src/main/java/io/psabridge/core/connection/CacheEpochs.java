package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Tells all processes that what they remember of a connection's PSA may have changed. */
@Singleton
public final class CacheEpochs {

    private final ConnectionRepository connections;

    CacheEpochs(ConnectionRepository connections) {
        this.connections = connections;
    }

    /** Takes part in its caller's transaction. */
    public void next(TenantId tenant, ConnectionId connection) {
        connections.nextCacheEpoch(tenant, connection);
    }
}
