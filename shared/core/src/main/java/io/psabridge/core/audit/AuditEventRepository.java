package io.psabridge.core.audit;

import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of {@code audit_event}, which are only ever added. Runs in its caller's transaction. */
@Singleton
final class AuditEventRepository {

    private final Sql sql;

    AuditEventRepository(Sql sql) {
        this.sql = sql;
    }

    void insert(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            AuditSubject subject,
            AuditOutcome outcome) {
        sql.update(
                "INSERT INTO audit_event (tenant_id, id, actor_sub, actor_via, action, subject_type,"
                        + " subject_id, connection_id, outcome, code, request_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.value(),
                AuditEvent.freshId(),
                actor.sub(),
                actor.via().name().toLowerCase(Locale.ROOT),
                action.wireName(),
                subject.type(),
                subject.id(),
                subject.connectionId(),
                outcome.kind().wireName(),
                outcome.code(),
                actor.requestId());
    }

    /** The newest first; {@code after} is an {@link AuditEvent#key}. */
    List<AuditEvent> list(TenantId tenant, AuditFilter filter, @Nullable String after, int limit) {
        int space = after == null ? 0 : after.indexOf(' ');
        String at = after == null ? null : after.substring(0, space);
        String id = after == null ? null : after.substring(space + 1);
        return sql.list(
                AuditEventRepository::read,
                "SELECT * FROM audit_event WHERE tenant_id = ?"
                        + " AND (?::text IS NULL OR connection_id = ?)"
                        + " AND (?::timestamptz IS NULL OR at >= ?)"
                        + " AND (?::timestamptz IS NULL OR (at, id) < (?::timestamptz, ?))"
                        + " ORDER BY at DESC, id DESC LIMIT ?",
                tenant.value(),
                filter.connectionId(),
                filter.connectionId(),
                filter.since(),
                filter.since(),
                at,
                at,
                id,
                limit);
    }

    private static AuditEvent read(Row row) {
        return new AuditEvent(
                row.text("id"),
                row.instant("at"),
                new Actor(
                        row.text("actor_sub"),
                        Caller.Via.valueOf(row.text("actor_via").toUpperCase(Locale.ROOT)),
                        row.text("request_id")),
                row.text("action"),
                new AuditSubject(
                        row.text("subject_type"),
                        row.textOrNull("subject_id"),
                        row.textOrNull("connection_id")),
                new AuditOutcome(
                        AuditOutcome.Kind.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                        row.textOrNull("code")));
    }
}
