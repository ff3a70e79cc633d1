package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;

/**
 * What must happen elsewhere once a connection has credentials: when it was made, and when they
 * were replaced. Runs in the transaction that stores them: both happen or neither does, and no PSA
 * is called.
 */
public interface ConnectionJoining {

    void joining(TenantId tenant, ConnectionId connection);
}
