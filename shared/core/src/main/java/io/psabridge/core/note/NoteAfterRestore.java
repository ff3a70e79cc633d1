package io.psabridge.core.note;

import io.psabridge.core.maintenance.AfterRestore;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * What was unfinished when the backup was made may have been sent since: it is looked for before it
 * is sent.
 */
@Singleton
final class NoteAfterRestore implements AfterRestore {

    private final Sql sql;

    NoteAfterRestore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "notePosts";
    }

    @Override
    public int afterRestore(TenantId tenant) {
        int unfinished =
                sql.update(
                        "UPDATE note_post SET state = 'uncertain', may_be_there = true, due_at = psa_bridge_now(),"
                                + " uncertain_since = psa_bridge_now(),"
                                + " settles_at = psa_bridge_now() + interval '330 seconds',"
                                + " first_attempt_at = coalesce(first_attempt_at, created_at),"
                                + " window_began_at = NULL, window_held_seconds = NULL"
                                + " WHERE tenant_id = ? AND state IN ('pending', 'posting', 'uncertain')",
                        tenant.value());
        sql.update(
                "INSERT INTO work (tenant_id, id, connection_id, kind, subject_id)"
                        + " SELECT DISTINCT tenant_id, 'wk_' || md5(connection_id || ' ' || ticket_id), connection_id,"
                        + " ?, ticket_id FROM note_post WHERE tenant_id = ?"
                        + " AND state IN ('pending', 'posting', 'uncertain')"
                        + " ON CONFLICT (tenant_id, connection_id, kind, subject_id)"
                        + " DO UPDATE SET leased_until = NULL, due_at = psa_bridge_now()",
                Lane.KIND,
                tenant.value());
        return unfinished;
    }
}
