package io.psabridge.platform.queue;

import com.github.f4b6a3.ulid.UlidCreator;
import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The rows of {@code work}, as their tenant. Runs in its caller's transaction. */
@Singleton
public final class WorkRepository {

    private static final String COLUMNS =
            " RETURNING id, connection_id, kind, subject_id, attempts";

    private final Sql sql;
    private final Nudges nudges;

    WorkRepository(Sql sql, Nudges nudges) {
        this.sql = sql;
        this.nudges = nudges;
    }

    /**
     * Due at once, and announced; work that is there already becomes due. Waits for whoever ends it
     * right now. Whoever holds it looks again before giving it back.
     */
    public void add(TenantId tenant, String connection, String kind, String subject) {
        sql.first(
                        row -> row.flag("held") ? "" : row.text("id"),
                        "INSERT INTO work (tenant_id, id, connection_id, kind, subject_id) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id, connection_id, kind, subject_id)"
                                + " DO UPDATE SET due_at = least(work.due_at, excluded.due_at)"
                                + " RETURNING id, coalesce(leased_until >= psa_bridge_now(), false) AS held",
                        tenant.value(),
                        freshId(),
                        connection,
                        kind,
                        subject)
                .filter(free -> !free.isEmpty())
                .ifPresent(free -> nudges.afterCommit(new Nudge(tenant, free, Duration.ZERO)));
    }

    /** Due after {@code delay}, and announced; nothing happens when it is there already. */
    public void addUnlessThere(
            TenantId tenant, String connection, String kind, String subject, Duration delay) {
        sql.first(
                        row -> row.text("id"),
                        "INSERT INTO work (tenant_id, id, connection_id, kind, subject_id, due_at)"
                                + " VALUES (?, ?, ?, ?, ?, psa_bridge_now() + make_interval(secs => ?))"
                                + " ON CONFLICT (tenant_id, connection_id, kind, subject_id) DO NOTHING"
                                + " RETURNING id",
                        tenant.value(),
                        freshId(),
                        connection,
                        kind,
                        subject,
                        seconds(delay))
                .ifPresent(added -> nudges.afterCommit(new Nudge(tenant, added, delay)));
    }

    /** All of a kind is due at once, and nobody holds it any more; how much there is. */
    public int releaseAll(TenantId tenant, String kind) {
        return sql.update(
                "UPDATE work SET leased_until = NULL, attempts = attempts + 1,"
                        + " due_at = least(due_at, psa_bridge_now()) WHERE tenant_id = ? AND kind = ?",
                tenant.value(),
                kind);
    }

    /** Adds it and claims it at once; empty while somebody else holds it. */
    public Optional<Work> addClaimed(
            TenantId tenant, String connection, String kind, String subject, Duration lease) {
        double seconds = seconds(lease);
        return sql.first(
                row -> read(tenant, row),
                "INSERT INTO work (tenant_id, id, connection_id, kind, subject_id, leased_until, attempts)"
                        + " VALUES (?, ?, ?, ?, ?, psa_bridge_now() + make_interval(secs => ?), 1)"
                        + " ON CONFLICT (tenant_id, connection_id, kind, subject_id)"
                        + " DO UPDATE SET leased_until = excluded.leased_until, attempts = work.attempts + 1"
                        + " WHERE work.leased_until IS NULL OR work.leased_until < psa_bridge_now()"
                        + COLUMNS,
                tenant.value(),
                freshId(),
                connection,
                kind,
                subject,
                seconds);
    }

    /** Empty when it is done, not due or held by somebody else. */
    Optional<Work> claim(TenantId tenant, String id, Duration lease) {
        return sql.first(
                row -> read(tenant, row),
                "UPDATE work SET leased_until = psa_bridge_now() + make_interval(secs => ?), attempts = attempts + 1"
                        + " WHERE tenant_id = ? AND id = (SELECT id FROM work WHERE tenant_id = ? AND id = ?"
                        + " AND due_at <= psa_bridge_now() AND (leased_until IS NULL OR leased_until < psa_bridge_now())"
                        + " FOR UPDATE SKIP LOCKED)"
                        + COLUMNS,
                seconds(lease),
                tenant.value(),
                tenant.value(),
                id);
    }

    /** Locks it to the end of the transaction and renews its lease; false when it was lost. */
    public boolean keep(TenantId tenant, Work held, Duration lease) {
        return sql.update(
                        "UPDATE work SET leased_until = psa_bridge_now() + make_interval(secs => ?)"
                                + " WHERE tenant_id = ? AND id = ? AND attempts = ?",
                        seconds(lease),
                        tenant.value(),
                        held.id(),
                        held.attempts())
                == 1;
    }

    /** Nothing is left to do. Nothing happens when it was lost meanwhile. */
    public void end(TenantId tenant, Work held) {
        sql.update(
                "DELETE FROM work WHERE tenant_id = ? AND id = ? AND attempts = ?",
                tenant.value(),
                held.id(),
                held.attempts());
    }

    /** Gives it back, to be done later, and announces that. Nothing happens when it was lost. */
    public void postpone(TenantId tenant, Work held, Duration delay) {
        int given =
                sql.update(
                        "UPDATE work SET leased_until = NULL, due_at = psa_bridge_now() + make_interval(secs => ?)"
                                + " WHERE tenant_id = ? AND id = ? AND attempts = ?",
                        seconds(delay),
                        tenant.value(),
                        held.id(),
                        held.attempts());
        if (given == 1) {
            nudges.afterCommit(new Nudge(tenant, held.id(), delay));
        }
    }

    /** All of a connection's work, whoever holds it. */
    public void removeAll(TenantId tenant, String connection) {
        sql.update(
                "DELETE FROM work WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection);
    }

    private static Work read(TenantId tenant, Row row) {
        return new Work(
                tenant,
                row.text("id"),
                row.text("connection_id"),
                row.text("kind"),
                row.text("subject_id"),
                row.integer("attempts"));
    }

    private static String freshId() {
        return "wk_" + UlidCreator.getMonotonicUlid().toLowerCase();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
