package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The rows of {@code callback_sweep}. Runs in its caller's transaction. */
@Singleton
final class SweepRepository {

    private final Sql sql;

    SweepRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<SweepPosition> find(TenantId tenant, ConnectionId connection) {
        return sql.first(
                row ->
                        new SweepPosition(
                                row.instant("swept_until"),
                                row.textOrNull("page_after"),
                                row.instantOrNull("begins_next")),
                "SELECT swept_until, page_after, begins_next FROM callback_sweep"
                        + " WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }

    void set(TenantId tenant, ConnectionId connection, SweepPosition position) {
        sql.update(
                "INSERT INTO callback_sweep (tenant_id, connection_id, swept_until, page_after, begins_next)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, connection_id)"
                        + " DO UPDATE SET swept_until = excluded.swept_until,"
                        + " page_after = excluded.page_after, begins_next = excluded.begins_next",
                tenant.value(),
                connection.value(),
                position.sweptUntil(),
                position.pageAfter(),
                position.beginsNext());
    }

    void remove(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM callback_sweep WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }
}
