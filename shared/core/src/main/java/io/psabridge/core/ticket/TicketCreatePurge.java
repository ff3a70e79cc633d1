package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionLeaving;
import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** What a key stood for goes with the key: after a day, or with its connection. */
@Singleton
final class TicketCreatePurge implements Purge, ConnectionLeaving {

    private final TicketCreateRepository rows;

    TicketCreatePurge(TicketCreateRepository rows) {
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
    public void leaving(TenantId tenant, ConnectionId connection) {
        rows.deleteOf(tenant, connection);
    }
}
