package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;

/** The notes of one ticket on their way: one after the other. */
record Lane(TenantId tenant, ConnectionId connection, Id<Ticket> ticket) {

    /** The kind of {@link Work} that delivers a lane. */
    static final String KIND = "notes";

    static Lane of(Work work) {
        return new Lane(work.tenant(), new ConnectionId(work.connection()), Id.of(work.subject()));
    }
}
