package io.psabridge.core.connection;

import io.psabridge.core.key.WrappedKey;
import io.psabridge.core.key.WrappedKeyTable;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.ProviderId;
import jakarta.inject.Singleton;
import java.util.List;

/** The keys of connections, to be wrapped anew. */
@Singleton
final class ConnectionKeys implements WrappedKeyTable {

    private final ConnectionKeyRepository keys;

    ConnectionKeys(ConnectionKeyRepository keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public List<WrappedKey> after(TenantId tenant, String last, int limit) {
        return keys.after(tenant, last, limit);
    }

    @Override
    public boolean replace(TenantId tenant, WrappedKey old, byte[] wrapped) {
        return keys.replace(tenant, old, wrapped);
    }

    /** The column {@code wrapped_key} of {@code connection}. */
    @Singleton
    static final class ConnectionKeyRepository {

        private final Sql sql;

        ConnectionKeyRepository(Sql sql) {
            this.sql = sql;
        }

        List<WrappedKey> after(TenantId tenant, String last, int limit) {
            return sql.list(
                    row ->
                            new WrappedKey(
                                    row.text("id"),
                                    row.bytes("wrapped_key"),
                                    new CredentialOwner(
                                                    tenant,
                                                    new ConnectionId(row.text("id")),
                                                    new ProviderId(row.text("provider")),
                                                    row.integer("credential_version"))
                                            .context()),
                    "SELECT id, provider, credential_version, wrapped_key FROM connection"
                            + " WHERE tenant_id = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?",
                    tenant.value(),
                    last,
                    limit);
        }

        /** A rotated or deleted connection has another key, or none. */
        boolean replace(TenantId tenant, WrappedKey old, byte[] wrapped) {
            return sql.update(
                            "UPDATE connection SET wrapped_key = ? WHERE tenant_id = ? AND id = ?"
                                    + " AND wrapped_key = ?",
                            wrapped,
                            tenant.value(),
                            old.id(),
                            old.wrapped())
                    == 1;
        }
    }
}
