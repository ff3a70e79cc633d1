package io.psabridge.platform.queue;

import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** What is due, of all tenants: read as the dispatcher, by plain SELECT, never changed here. */
@Singleton
final class DueWork {

    private final Sql sql;

    DueWork(Sql sql) {
        this.sql = sql;
    }

    /** What names a piece of due work before it is claimed. */
    record Candidate(TenantId tenant, String id, String connection, String kind) {}

    /**
     * The longest due first, at most so many of one connection, so that none crowds out the others.
     */
    List<Candidate> list(int ofOneConnection, int limit) {
        return sql.list(
                row ->
                        new Candidate(
                                new TenantId(row.text("tenant_id")),
                                row.text("id"),
                                row.text("connection_id"),
                                row.text("kind")),
                "SELECT tenant_id, id, connection_id, kind FROM (SELECT *, row_number() OVER"
                        + " (PARTITION BY tenant_id, connection_id ORDER BY due_at, id) AS place FROM work"
                        + " WHERE due_at <= psa_bridge_now()"
                        + " AND (leased_until IS NULL OR leased_until < psa_bridge_now())) due"
                        + " WHERE place <= ? ORDER BY due_at, id LIMIT ?",
                ofOneConnection,
                limit);
    }
}
