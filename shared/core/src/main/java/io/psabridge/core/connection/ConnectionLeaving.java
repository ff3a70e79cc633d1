package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Deadline;

/** What must happen elsewhere when a connection is deleted. */
public interface ConnectionLeaving {

    /**
     * Runs in the transaction that destroys its keys, after they are gone: both happen or neither
     * does, and no PSA is called.
     */
    void leaving(TenantId tenant, ConnectionId connection);

    /**
     * What needs the PSA: runs before that transaction, with the keys still there. Its failure
     * keeps no connection from being deleted.
     */
    default void beforeLeaving(ConnectionNow now, Deadline deadline) {}
}
