package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionLeaving;
import io.psabridge.core.maintenance.AfterRestore;
import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * What a key stood for goes with the key: after a day, or with its connection. What a restored
 * backup does not know of it is looked for in the PSA.
 */
@Singleton
final class TicketCreateUpkeep implements Purge, AfterRestore, ConnectionLeaving {

    private final TicketCreateRepository rows;

    TicketCreateUpkeep(TicketCreateRepository rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "ticketCreates";
    }

    @Override
    public int purge(TenantId tenant) {
        return rows.purge(tenant);
    }

    @Override
    public int afterRestore(TenantId tenant) {
        return rows.restored(tenant);
    }

    @Override
    public void leaving(TenantId tenant, ConnectionId connection) {
        rows.deleteOf(tenant, connection);
    }
}
