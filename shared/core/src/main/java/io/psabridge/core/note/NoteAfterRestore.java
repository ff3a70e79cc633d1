package io.psabridge.core.note;

import io.psabridge.core.maintenance.AfterRestore;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * What was unfinished when the backup was made may have been sent since: it is looked for before it
 * is sent.
 */
@Singleton
final class NoteAfterRestore implements AfterRestore {

    private final ControlRepository control;

    NoteAfterRestore(ControlRepository control) {
        this.control = control;
    }

    @Override
    public String name() {
        return "notePosts";
    }

    @Override
    public int afterRestore(TenantId tenant) {
        return control.doubtAll(tenant);
    }
}
