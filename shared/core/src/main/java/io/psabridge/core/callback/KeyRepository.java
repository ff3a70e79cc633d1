package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The rows of {@code callback_key}. Runs in its caller's transaction. */
@Singleton
final class KeyRepository {

    private final Sql sql;

    KeyRepository(Sql sql) {
        this.sql = sql;
    }

    /** Empty when there is none that credentials of this version open. */
    Optional<byte[]> find(TenantId tenant, ConnectionId connection, int credentialVersion) {
        return sql.first(
                row -> row.bytes("sealed_key"),
                "SELECT sealed_key FROM callback_key"
                        + " WHERE tenant_id = ? AND connection_id = ? AND credential_version = ?",
                tenant.value(),
                connection.value(),
                credentialVersion);
    }

    /** True once in {@code rest}, whichever process asks. */
    boolean mayFetch(TenantId tenant, ConnectionId connection, Duration rest) {
        return sql.update(
                        "INSERT INTO callback_key (tenant_id, connection_id, rests_until)"
                                + " VALUES (?, ?, psa_bridge_now() + make_interval(secs => ?))"
                                + " ON CONFLICT (tenant_id, connection_id)"
                                + " DO UPDATE SET rests_until = excluded.rests_until"
                                + " WHERE callback_key.rests_until <= psa_bridge_now()",
                        tenant.value(),
                        connection.value(),
                        rest.toMillis() / 1000.0)
                == 1;
    }

    void keep(TenantId tenant, ConnectionId connection, byte[] sealed, int credentialVersion) {
        sql.update(
                "UPDATE callback_key SET sealed_key = ?, credential_version = ?"
                        + " WHERE tenant_id = ? AND connection_id = ?",
                sealed,
                credentialVersion,
                tenant.value(),
                connection.value());
    }

    void remove(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM callback_key WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }
}
