package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The rows of {@code route}, as their tenant. Runs in its caller's transaction. */
@Singleton
final class RouteRepository {

    private final Sql sql;

    RouteRepository(Sql sql) {
        this.sql = sql;
    }

    /** From now on messages come with this token, and with no other. */
    void set(TenantId tenant, ConnectionId connection, CallbackToken token) {
        sql.update(
                "INSERT INTO route (tenant_id, connection_id, callback_token_hash) VALUES (?, ?, ?)"
                        + " ON CONFLICT (tenant_id, connection_id)"
                        + " DO UPDATE SET callback_token_hash = excluded.callback_token_hash",
                tenant.value(),
                connection.value(),
                token.hash());
    }

    Optional<byte[]> hash(TenantId tenant, ConnectionId connection) {
        return sql.first(
                row -> row.bytes("callback_token_hash"),
                "SELECT callback_token_hash FROM route WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }

    /**
     * Keeps the connection from being deleted to the end of the transaction; false when it is gone.
     * Comes before anything else of it is locked, as in whatever changes a connection.
     */
    boolean hold(TenantId tenant, ConnectionId connection) {
        return sql.first(
                        row -> true,
                        "SELECT 1 FROM connection WHERE tenant_id = ? AND id = ? AND deleted_at IS NULL"
                                + " FOR SHARE",
                        tenant.value(),
                        connection.value())
                .isPresent();
    }

    void remove(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM route WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }
}
