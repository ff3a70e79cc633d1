package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of {@code note_post} as people change them. Runs in its caller's transaction. */
@Singleton
final class ControlRepository {

    private static final String HELD =
            "(SELECT c.held_seconds + coalesce(extract(epoch FROM psa_bridge_now() - c.held_since), 0)"
                    + " FROM connection c WHERE c.tenant_id = p.tenant_id AND c.id = p.connection_id)";

    private final Sql sql;

    ControlRepository(Sql sql) {
        this.sql = sql;
    }

    /** A failed one gets 72 hours anew. */
    void makeDue(TenantId tenant, NotePostId id) {
        sql.update(
                "UPDATE note_post p SET due_at = psa_bridge_now(),"
                        + " window_began_at = CASE WHEN state = 'failed' THEN psa_bridge_now() ELSE window_began_at END,"
                        + " window_held_seconds = CASE WHEN state = 'failed' THEN "
                        + HELD
                        + " ELSE window_held_seconds END,"
                        + " settles_at = CASE WHEN may_be_there THEN coalesce(settles_at, psa_bridge_now()) ELSE settles_at END,"
                        + " uncertain_since = CASE WHEN state = 'failed' AND may_be_there THEN psa_bridge_now()"
                        + " ELSE uncertain_since END,"
                        + " state = CASE WHEN state = 'failed' THEN CASE WHEN may_be_there THEN 'uncertain'"
                        + " ELSE 'pending' END ELSE state END WHERE tenant_id = ? AND id = ?",
                tenant.value(),
                id.value());
    }

    void cancel(TenantId tenant, NotePostId id) {
        sql.update(
                "UPDATE note_post SET state = 'cancelled', due_at = NULL WHERE tenant_id = ? AND id = ?",
                tenant.value(),
                id.value());
    }

    /** The connection is deleted: nothing of it will be sent any more. */
    void leave(TenantId tenant, String connection, PostProblem unknown) {
        sql.update(
                "UPDATE note_post SET state = 'cancelled', due_at = NULL"
                        + " WHERE tenant_id = ? AND connection_id = ? AND state = 'pending'",
                tenant.value(),
                connection);
        sql.update(
                "UPDATE note_post SET state = 'failed', due_at = NULL, may_be_there = true, problem_code = ?,"
                        + " problem_detail = ?, problem_fix = ?, problem_at = psa_bridge_now()"
                        + " WHERE tenant_id = ? AND connection_id = ? AND state IN ('posting', 'uncertain')",
                unknown.code(),
                unknown.detail(),
                unknown.fix(),
                tenant.value(),
                connection);
    }

    /** Of these connections, those with unfinished posts, and how many. */
    Map<ConnectionId, Integer> unfinished(TenantId tenant, Collection<ConnectionId> connections) {
        String[] ids = connections.stream().map(ConnectionId::value).toArray(String[]::new);
        return sql
                .list(
                        row ->
                                Map.entry(
                                        new ConnectionId(row.text("connection_id")),
                                        row.integer("waiting")),
                        "SELECT connection_id, count(*) AS waiting FROM note_post"
                                + " WHERE tenant_id = ? AND connection_id = ANY (?)"
                                + " AND state IN ('pending', 'posting', 'uncertain') GROUP BY connection_id",
                        tenant.value(),
                        ids)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is unfinished may have been sent: it is looked for before it is sent. */
    int doubtAll(TenantId tenant) {
        int unfinished =
                sql.update(
                        "UPDATE note_post p SET state = 'uncertain', may_be_there = true, due_at = psa_bridge_now(),"
                                + " uncertain_since = psa_bridge_now(),"
                                + " settles_at = psa_bridge_now() + interval '330 seconds',"
                                + " first_attempt_at = coalesce(first_attempt_at, created_at),"
                                + " window_began_at = psa_bridge_now(), window_held_seconds = "
                                + HELD
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
