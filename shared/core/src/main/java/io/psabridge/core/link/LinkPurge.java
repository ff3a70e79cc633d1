package io.psabridge.core.link;

import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Links outlive their connection by 30 days. */
@Singleton
final class LinkPurge implements Purge {

    private final LeftLinkRepository links;

    LinkPurge(LeftLinkRepository links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public int purge(TenantId tenant) {
        return links.delete(tenant);
    }

    /** The rows of {@code ticket_link} whose connection is gone. */
    @Singleton
    static final class LeftLinkRepository {

        private final Sql sql;

        LeftLinkRepository(Sql sql) {
            this.sql = sql;
        }

        int delete(TenantId tenant) {
            return sql.update(
                    "DELETE FROM ticket_link WHERE tenant_id = ? AND connection_id IN"
                            + " (SELECT id FROM connection WHERE tenant_id = ?"
                            + " AND deleted_at < psa_bridge_now() - interval '30 days')",
                    tenant.value(),
                    tenant.value());
        }
    }
}
