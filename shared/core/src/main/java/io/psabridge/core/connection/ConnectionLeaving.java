package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;

/**
 * What must happen elsewhere when a connection is deleted. Runs in the transaction that destroys
 * its keys, after they are gone: both happen or neither does, and no PSA is called.
 */
public interface ConnectionLeaving {

    void leaving(TenantId tenant, ConnectionId connection);
}
