package io.psabridge.platform.queue;

import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What is due, of all tenants: read as the dispatcher, by plain SELECT, never changed here. */
@Singleton
final class DueWork {

    private static final String IS_DUE =
            " due_at <= psa_bridge_now()"
                    + " AND (leased_until IS NULL OR leased_until < psa_bridge_now())";

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
                DueWork::read,
                "SELECT tenant_id, id, connection_id, kind FROM (SELECT *, row_number() OVER"
                        + " (PARTITION BY tenant_id, connection_id ORDER BY due_at, id) AS place FROM work"
                        + " WHERE"
                        + IS_DUE
                        + ") due WHERE place <= ? ORDER BY due_at, id LIMIT ?",
                ofOneConnection,
                limit);
    }

    /** Empty when it is done, not due or held. */
    Optional<Candidate> find(TenantId tenant, String id) {
        return sql.first(
                DueWork::read,
                "SELECT tenant_id, id, connection_id, kind FROM work"
                        + " WHERE tenant_id = ? AND id = ? AND"
                        + IS_DUE,
                tenant.value(),
                id);
    }

    /** How much there is, due or not. */
    List<QueueDepth> depths() {
        return sql.list(
                row ->
                        new QueueDepth(
                                row.text("kind"),
                                row.integer("due"),
                                row.integer("waiting"),
                                row.integer("leased"),
                                row.decimal("oldest")),
                "SELECT kind, count(*) FILTER (WHERE"
                        + IS_DUE
                        + ") AS due, count(*) FILTER (WHERE leased_until >= psa_bridge_now()) AS leased,"
                        + " count(*) FILTER (WHERE due_at > psa_bridge_now()"
                        + " AND (leased_until IS NULL OR leased_until < psa_bridge_now())) AS waiting,"
                        + " coalesce(max(extract(epoch FROM psa_bridge_now() - due_at)) FILTER (WHERE"
                        + IS_DUE
                        + "), 0) AS oldest FROM work GROUP BY kind ORDER BY kind");
    }

    private static Candidate read(Row row) {
        return new Candidate(
                new TenantId(row.text("tenant_id")),
                row.text("id"),
                row.text("connection_id"),
                row.text("kind"));
    }
}
