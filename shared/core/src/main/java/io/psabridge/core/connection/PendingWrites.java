package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import java.util.Collection;
import java.util.Map;

/** Counts what waits to be written to connections' PSAs. */
public interface PendingWrites {

    /** Of these connections, those for which something waits, and how much. */
    Map<ConnectionId, Integer> count(TenantId tenant, Collection<ConnectionId> connections);
}
