package io.psabridge.core.note;

import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Note posts outlive their connection by 30 days. */
@Singleton
final class NotePostPurge implements Purge {

    private final LeftNotePostRepository posts;

    NotePostPurge(LeftNotePostRepository posts) {
        this.posts = posts;
    }

    @Override
    public String name() {
        return "notePosts";
    }

    @Override
    public int purge(TenantId tenant) {
        return posts.delete(tenant);
    }

    /** The rows of {@code note_post} whose connection is gone. */
    @Singleton
    static final class LeftNotePostRepository {

        private final Sql sql;

        LeftNotePostRepository(Sql sql) {
            this.sql = sql;
        }

        int delete(TenantId tenant) {
            return sql.update(
                    "DELETE FROM note_post WHERE tenant_id = ? AND connection_id IN"
                            + " (SELECT id FROM connection WHERE tenant_id = ?"
                            + " AND deleted_at < psa_bridge_now() - interval '30 days')",
                    tenant.value(),
                    tenant.value());
        }
    }
}
