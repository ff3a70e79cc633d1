package io.psabridge.core.connection;

import io.psabridge.core.connection.DeletedConnections.DeletedConnectionRepository;
import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Of a connection that was deleted 30 days ago nothing is kept but that it was there. */
@Singleton
final class ConnectionPurge implements Purge {

    private final DeletedConnectionRepository deleted;

    ConnectionPurge(DeletedConnectionRepository deleted) {
        this.deleted = deleted;
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public int purge(TenantId tenant) {
        return deleted.blank(tenant);
    }
}
