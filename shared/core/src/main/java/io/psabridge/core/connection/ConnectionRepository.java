package io.psabridge.core.connection;

import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code connection}. Runs in its caller's transaction; deleted ones are never found.
 */
@Singleton
final class ConnectionRepository {

    private static final String SELECT =
            "SELECT *, greatest(0, extract(epoch FROM blocked_until - psa_bridge_now())) AS blocked_seconds,"
                    + " greatest(0, extract(epoch FROM circuit_until - psa_bridge_now())) AS rest_seconds"
                    + " FROM connection WHERE tenant_id = ? AND deleted_at IS NULL";

    private final Sql sql;
    private final ConnectionRows rows;
    private final Tenants tenants;

    ConnectionRepository(Sql sql, ConnectionRows rows, Tenants tenants) {
        this.sql = sql;
        this.rows = rows;
        this.tenants = tenants;
    }

    /** Nothing happens when it is there already. */
    void insert(TenantId tenant, Connection connection, SealedCredentials sealed) {
        tenants.remember(tenant);
        sql.update(
                "INSERT INTO connection (tenant_id, id, provider, name, site_host, site_url, site_ca,"
                        + " credential_hint, credential_version, wrapped_key, sealed_credentials, psa_account,"
                        + " psa_version, settings, psa_state, psa_state_code, psa_state_message, last_verified_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, psa_bridge_now())"
                        + " ON CONFLICT (tenant_id, id) DO NOTHING",
                tenant.value(),
                connection.id().value(),
                connection.provider().value(),
                connection.name(),
                connection.site().host(),
                connection.url().toString(),
                connection.site().caCertificate(),
                rows.json(connection.credentialHint()),
                connection.credentialVersion(),
                sealed.wrappedKey(),
                sealed.content(),
                connection.psaAccount(),
                connection.psaVersion(),
                rows.json(connection.settings()),
                ConnectionRows.wireName(connection.health().state()),
                connection.health().code(),
                connection.health().message());
    }

    Optional<StoredConnection> find(TenantId tenant, ConnectionId id) {
        return sql.first(
                row -> rows.read(tenant, row), SELECT + " AND id = ?", tenant.value(), id.value());
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<StoredConnection> findToChange(TenantId tenant, ConnectionId id) {
        return sql.first(
                row -> rows.read(tenant, row),
                SELECT + " AND id = ? FOR NO KEY UPDATE",
                tenant.value(),
                id.value());
    }

    /** The newest first. */
    List<StoredConnection> list(TenantId tenant, @Nullable String before, int limit) {
        return sql.list(
                row -> rows.read(tenant, row),
                SELECT + " AND (?::text IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
                tenant.value(),
                before,
                before,
                limit);
    }

    boolean rename(TenantId tenant, ConnectionId id, String name, ConnectionSettings settings) {
        return sql.update(
                        "UPDATE connection SET name = ?, settings = ?::jsonb, updated_at = psa_bridge_now()"
                                + " WHERE tenant_id = ? AND id = ? AND deleted_at IS NULL",
                        name,
                        rows.json(settings),
                        tenant.value(),
                        id.value())
                == 1;
    }

    /** Nothing happens, and false is the answer, when another rotation came first. */
    boolean replaceCredentials(
            TenantId tenant, Connection connection, SealedCredentials sealed, int expectedVersion) {
        return sql.update(
                        "UPDATE connection SET credential_hint = ?::jsonb, credential_version = ?, wrapped_key = ?,"
                                + " sealed_credentials = ?, psa_version = ?, cache_epoch = cache_epoch + 1,"
                                + " updated_at = psa_bridge_now() WHERE tenant_id = ? AND id = ?"
                                + " AND credential_version = ? AND deleted_at IS NULL",
                        rows.json(connection.credentialHint()),
                        connection.credentialVersion(),
                        sealed.wrappedKey(),
                        sealed.content(),
                        connection.psaVersion(),
                        tenant.value(),
                        connection.id().value(),
                        expectedVersion)
                == 1;
    }

    boolean setPaused(TenantId tenant, ConnectionId id, boolean paused) {
        return sql.update(
                        "UPDATE connection SET paused = ?, cache_epoch = cache_epoch + 1,"
                                + " updated_at = psa_bridge_now() WHERE tenant_id = ? AND id = ? AND deleted_at IS NULL",
                        paused,
                        tenant.value(),
                        id.value())
                == 1;
    }

    void setHealth(TenantId tenant, ConnectionId id, Health health) {
        sql.update(
                "UPDATE connection SET psa_state = ?, psa_state_code = ?, psa_state_message = ?"
                        + " WHERE tenant_id = ? AND id = ?",
                ConnectionRows.wireName(health.state()),
                health.code(),
                health.message(),
                tenant.value(),
                id.value());
    }

    void setVerified(TenantId tenant, ConnectionId id, Health health, @Nullable String psaVersion) {
        setHealth(tenant, id, health);
        sql.update(
                "UPDATE connection SET last_verified_at = psa_bridge_now(), psa_version = coalesce(?, psa_version)"
                        + " WHERE tenant_id = ? AND id = ?",
                psaVersion,
                tenant.value(),
                id.value());
    }

    void setBlocked(TenantId tenant, ConnectionId id, Duration time) {
        sql.update(
                "UPDATE connection SET blocked_until ="
                        + " greatest(blocked_until, psa_bridge_now() + make_interval(secs => ?))"
                        + " WHERE tenant_id = ? AND id = ?",
                time.toMillis() / 1000.0,
                tenant.value(),
                id.value());
    }

    /**
     * One more failure in a row; nothing is tried for so long. Does nothing when there was another
     * failure, or a success, since so many were counted.
     */
    void setFailed(TenantId tenant, ConnectionId id, int counted, Duration rest) {
        sql.update(
                "UPDATE connection SET failures = failures + 1,"
                        + " circuit_until = psa_bridge_now() + make_interval(secs => ?)"
                        + " WHERE tenant_id = ? AND id = ? AND failures = ?",
                rest.toMillis() / 1000.0,
                tenant.value(),
                id.value(),
                counted);
    }

    void setWell(TenantId tenant, ConnectionId id) {
        sql.update(
                "UPDATE connection SET failures = 0, circuit_until = NULL WHERE tenant_id = ? AND id = ?",
                tenant.value(),
                id.value());
    }

    void nextCacheEpoch(TenantId tenant, ConnectionId id) {
        sql.update(
                "UPDATE connection SET cache_epoch = cache_epoch + 1 WHERE tenant_id = ? AND id = ?"
                        + " AND deleted_at IS NULL",
                tenant.value(),
                id.value());
    }

    /** Leaves a row without keys, to which links and note posts still belong. */
    boolean delete(TenantId tenant, ConnectionId id) {
        return sql.update(
                        "UPDATE connection SET deleted_at = psa_bridge_now(), wrapped_key = NULL,"
                                + " sealed_credentials = NULL, credential_hint = '{}', site_ca = NULL,"
                                + " cache_epoch = cache_epoch + 1, updated_at = psa_bridge_now()"
                                + " WHERE tenant_id = ? AND id = ? AND deleted_at IS NULL",
                        tenant.value(),
                        id.value())
                == 1;
    }
}
