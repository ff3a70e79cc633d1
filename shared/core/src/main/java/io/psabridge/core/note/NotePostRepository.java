package io.psabridge.core.note;

import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.NewNote;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code note_post} as the API shows them. Runs in its caller's transaction. */
@Singleton
final class NotePostRepository {

    private static final String SELECT = "SELECT * FROM note_post WHERE tenant_id = ?";

    private final Sql sql;

    NotePostRepository(Sql sql) {
        this.sql = sql;
    }

    /** Stored to be sent when it is due. */
    NotePost insertPending(
            TenantId tenant, NotePostId id, NoteTarget target, NewNote note, SealedText text) {
        return insert(
                "INSERT INTO note_post (tenant_id, id, connection_id, ticket_id, link_id, sealed_text, audience,"
                        + " notify_customer, state, attempts, due_at, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, psa_bridge_now(), psa_bridge_now())",
                values(tenant, id, target, note, text));
    }

    /** Stored as on its way: its first attempt begins now. */
    NotePost insertPosting(
            TenantId tenant, NotePostId id, NoteTarget target, NewNote note, SealedText text) {
        return insert(
                "INSERT INTO note_post (tenant_id, id, connection_id, ticket_id, link_id, sealed_text, audience,"
                        + " notify_customer, state, attempts, created_at, first_attempt_at, attempted_at,"
                        + " window_began_at, window_held_seconds) SELECT t, i, c, k, l, s, a, n, 'posting', 1,"
                        + " at, at, at, at, (SELECT held_seconds FROM connection WHERE tenant_id = t AND id = c)"
                        + " FROM (VALUES (?, ?, ?, ?, ?::text, ?::bytea, ?, ?::boolean)) AS new (t, i, c, k, l, s, a, n),"
                        + " psa_bridge_now() AS at",
                values(tenant, id, target, note, text));
    }

    Optional<NotePostRow> find(TenantId tenant, NotePostId id) {
        return sql.first(NotePostRows::read, SELECT + " AND id = ?", tenant.value(), id.value());
    }

    /** Waits for whoever changes it right now; then nobody else does until the transaction ends. */
    Optional<NotePostRow> lock(TenantId tenant, NotePostId id) {
        return sql.first(
                NotePostRows::read, SELECT + " AND id = ? FOR UPDATE", tenant.value(), id.value());
    }

    /** The newest first. */
    List<NotePostRow> list(
            TenantId tenant, NotePostFilter filter, @Nullable String before, int limit) {
        NotePostState wanted = filter.state();
        String state = wanted == null ? null : wanted.wireName();
        return sql.list(
                NotePostRows::read,
                SELECT
                        + " AND (?::text IS NULL OR state = ?)"
                        + " AND (?::text IS NULL OR connection_id = ?) AND (?::text IS NULL OR ticket_id = ?)"
                        + " AND (?::text IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
                tenant.value(),
                state,
                state,
                filter.connectionId(),
                filter.connectionId(),
                filter.ticketId(),
                filter.ticketId(),
                before,
                before,
                limit);
    }

    private NotePost insert(String statement, @Nullable Object[] values) {
        return sql.first(NotePostRows::read, statement + " RETURNING *", values)
                .orElseThrow()
                .post();
    }

    private static @Nullable Object[] values(
            TenantId tenant, NotePostId id, NoteTarget target, NewNote note, SealedText text) {
        var link = target.link();
        return new @Nullable Object[] {
            tenant.value(),
            id.value(),
            target.connection().value(),
            target.ticket().value(),
            link == null ? null : link.value(),
            text.content(),
            note.audience().wireName(),
            note.notifyCustomer()
        };
    }
}
