package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionLeaving;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Ends what is unfinished when a connection is deleted: nothing of it can be sent any more. */
@Singleton
final class NoteLeaving implements ConnectionLeaving {

    private final ControlRepository control;
    private final WorkRepository work;

    NoteLeaving(ControlRepository control, WorkRepository work) {
        this.control = control;
        this.work = work;
    }

    @Override
    public void leaving(TenantId tenant, ConnectionId connection) {
        control.leave(
                tenant,
                connection.value(),
                PostProblem.outcomeUnknown(
                        "The connection was deleted before it was known whether the note is in the PSA."));
        work.removeAll(tenant, connection.value());
    }
}
