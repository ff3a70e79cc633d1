package io.psabridge.core.note;

import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Note;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of {@code note_post} as their delivery changes them. Runs in its caller's transaction. A
 * change that names an attempt does nothing when the post has gone on since that attempt.
 */
@Singleton
final class LaneRepository {

    private static final String UNFINISHED = "('pending', 'posting', 'uncertain')";

    /** How long its connection has been held in all. */
    private static final String HELD =
            "(SELECT c.held_seconds + coalesce(extract(epoch FROM psa_bridge_now() - c.held_since), 0)"
                    + " FROM connection c WHERE c.tenant_id = p.tenant_id AND c.id = p.connection_id)";

    private static final String OF_ATTEMPT =
            " WHERE tenant_id = ? AND id = ? AND attempts = ? AND state IN ('posting', 'uncertain')";

    private static final String PROBLEM =
            " problem_code = ?, problem_detail = ?, problem_fix = ?, problem_at = psa_bridge_now()";

    private final Sql sql;

    LaneRepository(Sql sql) {
        this.sql = sql;
    }

    /** The earliest first. */
    List<LanePost> unfinished(TenantId tenant, Lane lane) {
        return sql.list(
                LaneRepository::read,
                "SELECT id, state, attempts,"
                        + seconds("due_at", "due_in")
                        + ","
                        + seconds("uncertain_since + interval '15 minutes'", "blocks_for")
                        + ","
                        + seconds("settles_at", "settles_in")
                        + ", coalesce(window_began_at + interval '72 hours'"
                        + " + make_interval(secs => "
                        + HELD
                        + " - window_held_seconds) < psa_bridge_now(), false) AS out_of_time"
                        + " FROM note_post p WHERE tenant_id = ? AND connection_id = ? AND ticket_id = ?"
                        + " AND state IN "
                        + UNFINISHED
                        + " ORDER BY seq",
                tenant.value(),
                lane.connection().value(),
                lane.ticket().value());
    }

    boolean hasUnfinished(TenantId tenant, Lane lane) {
        return sql.first(
                        row -> true,
                        "SELECT 1 FROM note_post WHERE tenant_id = ? AND connection_id = ? AND ticket_id = ?"
                                + " AND state IN "
                                + UNFINISHED
                                + " LIMIT 1",
                        tenant.value(),
                        lane.connection().value(),
                        lane.ticket().value())
                .isPresent();
    }

    /** Its next attempt begins now. */
    Optional<NotePostRow> begin(TenantId tenant, NotePostId id) {
        return sql.first(
                NotePostRows::read,
                "UPDATE note_post p SET state = 'posting', attempts = attempts + 1, due_at = NULL,"
                        + " attempted_at = psa_bridge_now(), first_attempt_at = coalesce(first_attempt_at, psa_bridge_now()),"
                        + " window_began_at = coalesce(window_began_at, psa_bridge_now()),"
                        + " window_held_seconds = coalesce(window_held_seconds, "
                        + HELD
                        + ") WHERE tenant_id = ? AND id = ? AND state = 'pending' RETURNING *",
                tenant.value(),
                id.value());
    }

    void posted(TenantId tenant, NotePostId id, int attempt, Note note) {
        sql.update(
                "UPDATE note_post SET state = 'posted', psa_note_id = ?, author_name = ?, author_member = ?,"
                        + " entered_by = ?, posted_at = psa_bridge_now(), due_at = NULL, uncertain_since = NULL,"
                        + " may_be_there = false, problem_code = NULL, problem_detail = NULL, problem_fix = NULL,"
                        + " problem_at = NULL"
                        + OF_ATTEMPT,
                note.id().value(),
                note.author().name(),
                note.author().memberId(),
                note.enteredBy(),
                tenant.value(),
                id.value(),
                attempt);
    }

    /** Not sent, or refused for now: tried again after a while. */
    void later(TenantId tenant, NotePostId id, int attempt, PostProblem problem, Duration delay) {
        sql.update(
                "UPDATE note_post SET state = 'pending', due_at = psa_bridge_now() + make_interval(secs => ?),"
                        + PROBLEM
                        + OF_ATTEMPT,
                seconds(delay),
                problem.code(),
                problem.detail(),
                problem.fix(),
                tenant.value(),
                id.value(),
                attempt);
    }

    /**
     * It may be there.
     *
     * @param settle from now, until "it is not there" may be believed
     */
    void uncertain(
            TenantId tenant,
            NotePostId id,
            int attempt,
            PostProblem problem,
            Duration settle,
            Duration look) {
        sql.update(
                "UPDATE note_post SET state = 'uncertain', may_be_there = true,"
                        + " uncertain_since = coalesce(uncertain_since, psa_bridge_now()),"
                        + " settles_at = psa_bridge_now() + make_interval(secs => ?),"
                        + " due_at = psa_bridge_now() + make_interval(secs => ?),"
                        + PROBLEM
                        + OF_ATTEMPT,
                seconds(settle),
                seconds(look),
                problem.code(),
                problem.detail(),
                problem.fix(),
                tenant.value(),
                id.value(),
                attempt);
    }

    /**
     * Whoever sent it is gone.
     *
     * @param settle from the attempt's start
     */
    void abandoned(TenantId tenant, LanePost post, PostProblem problem, Duration settle) {
        sql.update(
                "UPDATE note_post SET state = 'uncertain', may_be_there = true,"
                        + " uncertain_since = coalesce(uncertain_since, psa_bridge_now()),"
                        + " settles_at = attempted_at + make_interval(secs => ?), due_at = psa_bridge_now(),"
                        + PROBLEM
                        + OF_ATTEMPT,
                seconds(settle),
                problem.code(),
                problem.detail(),
                problem.fix(),
                tenant.value(),
                post.id().value(),
                post.attempts());
    }

    /**
     * Looked for without a result that counts: it is looked for again when it settles, or later.
     */
    void doubtful(TenantId tenant, LanePost post, Duration delay) {
        sql.update(
                "UPDATE note_post SET due_at = greatest(settles_at, psa_bridge_now() + make_interval(secs => ?))"
                        + OF_ATTEMPT,
                seconds(delay),
                tenant.value(),
                post.id().value(),
                post.attempts());
    }

    /** It is not there: it is sent again. */
    void missing(TenantId tenant, LanePost post) {
        sql.update(
                "UPDATE note_post SET state = 'pending', due_at = psa_bridge_now(), may_be_there = false,"
                        + " uncertain_since = NULL, settles_at = NULL"
                        + OF_ATTEMPT,
                tenant.value(),
                post.id().value(),
                post.attempts());
    }

    void failed(
            TenantId tenant, NotePostId id, int attempt, PostProblem problem, boolean mayBeThere) {
        sql.update(
                "UPDATE note_post SET state = 'failed', due_at = NULL, may_be_there = ?,"
                        + PROBLEM
                        + OF_ATTEMPT,
                mayBeThere,
                problem.code(),
                problem.detail(),
                problem.fix(),
                tenant.value(),
                id.value(),
                attempt);
    }

    /** The PSA refused it within its request: nothing is kept. */
    void remove(TenantId tenant, NotePostId id, int attempt) {
        sql.update("DELETE FROM note_post" + OF_ATTEMPT, tenant.value(), id.value(), attempt);
    }

    /** Since when a note of this post may be in the PSA, and what the database's clock shows. */
    record Moments(Instant firstAttempt, Instant now) {}

    Moments moments(TenantId tenant, NotePostId id) {
        return sql.first(
                        row -> new Moments(row.instant("first_attempt_at"), row.instant("at")),
                        "SELECT first_attempt_at, psa_bridge_now() AS at FROM note_post"
                                + " WHERE tenant_id = ? AND id = ?",
                        tenant.value(),
                        id.value())
                .orElseThrow();
    }

    /** The notes of the lane's ticket in the PSA that are some post's already. */
    Set<String> claimed(TenantId tenant, Lane lane) {
        return new HashSet<>(
                sql.list(
                        row -> row.text("psa_note_id"),
                        "SELECT psa_note_id FROM note_post WHERE tenant_id = ? AND connection_id = ?"
                                + " AND ticket_id = ? AND psa_note_id IS NOT NULL",
                        tenant.value(),
                        lane.connection().value(),
                        lane.ticket().value()));
    }

    /** The names under which the PSA showed our own notes as entered. */
    Set<String> ourNames(TenantId tenant, Lane lane) {
        return new HashSet<>(
                sql.list(
                        row -> row.text("entered_by"),
                        "SELECT DISTINCT entered_by FROM note_post WHERE tenant_id = ? AND connection_id = ?"
                                + " AND entered_by IS NOT NULL",
                        tenant.value(),
                        lane.connection().value()));
    }

    private static LanePost read(Row row) {
        return new LanePost(
                new NotePostId(row.text("id")),
                NotePostState.of(row.text("state")),
                row.integer("attempts"),
                duration(row, "due_in"),
                duration(row, "blocks_for"),
                duration(row, "settles_in"),
                row.flag("out_of_time"));
    }

    private static String seconds(String moment, String name) {
        return " coalesce(greatest(0, extract(epoch FROM "
                + moment
                + " - psa_bridge_now())), 0) AS "
                + name;
    }

    private static Duration duration(Row row, String column) {
        return Duration.ofMillis((long) Math.ceil(row.decimal(column) * 1000));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
