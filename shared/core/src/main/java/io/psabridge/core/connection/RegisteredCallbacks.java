package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import java.util.Collection;
import java.util.Set;

/** Knows which connections' PSAs tell us of changed tickets. */
public interface RegisteredCallbacks {

    /** Those of these connections; of the others we ask. */
    Set<ConnectionId> among(TenantId tenant, Collection<ConnectionId> connections);
}
