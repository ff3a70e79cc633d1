package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import java.time.Instant;

/** A connection that is gone, and must stay gone when a backup comes back. */
public record DeletedConnection(TenantId tenant, ConnectionId connection, Instant deletedAt) {}
