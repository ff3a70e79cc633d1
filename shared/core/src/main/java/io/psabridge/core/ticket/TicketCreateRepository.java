package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rows of {@code ticket_create}. Runs in its caller's transaction. */
@Singleton
final class TicketCreateRepository {

    private static final String THIS = " WHERE tenant_id = ? AND connection_id = ? AND marker = ?";
    private static final String THIS_ATTEMPT = THIS + " AND state = 'attempted' AND attempt = ?";

    /**
     * Whether the PSA may have a ticket of this marker that was made after the backup from which
     * the tenant came, and after what is known here. Idempotency keys mean something for a day.
     */
    private static final String FORGOTTEN =
            " EXISTS (SELECT FROM restored r JOIN connection c ON c.tenant_id = r.tenant_id"
                    + " WHERE r.tenant_id = k.tenant_id AND c.id = k.connection_id AND c.created_at < r.at"
                    + " AND (k.deduplicates OR r.at > psa_bridge_now() - interval '24 hours')"
                    + " AND r.at > ?) AS forgotten";

    private final Sql sql;

    TicketCreateRepository(Sql sql) {
        this.sql = sql;
    }

    /** Nothing happens, and the answer is empty, when something is known of it already. */
    Optional<Turn> begin(TenantId tenant, KeyedCreate create, Duration settle) {
        return sql.first(
                row -> new Turn(1, row.flag("forgotten")),
                "INSERT INTO ticket_create AS k (tenant_id, connection_id, marker, deduplicates, reserved_id,"
                        + " state, attempt, started_at, settle_until)"
                        + " VALUES (?, ?, ?, ?, ?, 'attempted', 1, psa_bridge_now(),"
                        + " psa_bridge_now() + make_interval(secs => ?)) ON CONFLICT DO NOTHING RETURNING"
                        + FORGOTTEN,
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                create.deduplicates(),
                create.reservedId(),
                seconds(settle),
                Instant.EPOCH);
    }

    Optional<TicketCreateRow> find(TenantId tenant, KeyedCreate create) {
        return sql.first(
                TicketCreateRepository::read,
                "SELECT *, greatest(0, extract(epoch FROM settle_until - psa_bridge_now())) AS settle_seconds"
                        + " FROM ticket_create"
                        + THIS,
                tenant.value(),
                create.connection().value(),
                create.marker().value());
    }

    /** Nothing happens, and the answer is empty, when somebody else came first. */
    Optional<Turn> again(
            TenantId tenant, KeyedCreate create, TicketCreateRow known, Duration settle) {
        return sql.first(
                row -> new Turn(known.attempt() + 1, row.flag("forgotten")),
                "UPDATE ticket_create AS k SET state = 'attempted', attempt = attempt + 1, reserved_id = ?,"
                        + " started_at = CASE state WHEN 'made' THEN psa_bridge_now() ELSE started_at END,"
                        + " settle_until = psa_bridge_now() + make_interval(secs => ?)"
                        + THIS
                        + " AND state = ? AND attempt = ? RETURNING"
                        + FORGOTTEN,
                create.reservedId(),
                seconds(settle),
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                known.made() ? "made" : "attempted",
                known.attempt(),
                known.startedAt());
    }

    void made(TenantId tenant, KeyedCreate create, int attempt, String ticketId) {
        sql.update(
                "UPDATE ticket_create SET state = 'made', ticket_id = ?" + THIS_ATTEMPT,
                ticketId,
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                attempt);
    }

    /** The call was given up just now. */
    void unknown(TenantId tenant, KeyedCreate create, int attempt, Duration settle) {
        sql.update(
                "UPDATE ticket_create SET settle_until = psa_bridge_now() + make_interval(secs => ?)"
                        + THIS_ATTEMPT,
                seconds(settle),
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                attempt);
    }

    /** Nothing was made; all is as before. */
    void refused(TenantId tenant, KeyedCreate create, int attempt) {
        sql.update(
                "DELETE FROM ticket_create" + THIS_ATTEMPT + " AND ticket_id IS NULL",
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                attempt);
        sql.update(
                "UPDATE ticket_create SET state = 'made', reserved_id = ''" + THIS_ATTEMPT,
                tenant.value(),
                create.connection().value(),
                create.marker().value(),
                attempt);
    }

    /** The tenant came out of a backup just now. */
    int restored(TenantId tenant) {
        return sql.update(
                "INSERT INTO restored (tenant_id) VALUES (?)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET at = excluded.at",
                tenant.value());
    }

    /** What idempotency keys stood for, once those have expired; how many. */
    int purge(TenantId tenant) {
        return sql.update(
                "DELETE FROM ticket_create WHERE tenant_id = ? AND NOT deduplicates"
                        + " AND greatest(started_at, settle_until) < psa_bridge_now() - interval '24 hours'",
                tenant.value());
    }

    void deleteOf(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM ticket_create WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static TicketCreateRow read(Row row) {
        return new TicketCreateRow(
                row.text("state").equals("made"),
                row.text("reserved_id"),
                row.integer("attempt"),
                row.instant("started_at"),
                Duration.ofMillis((long) Math.ceil(row.decimal("settle_seconds") * 1000)),
                row.textOrNull("ticket_id"));
    }
}
