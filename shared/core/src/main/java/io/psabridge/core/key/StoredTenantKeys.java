package io.psabridge.core.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.DataKeys;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.TenantKeys;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The data keys in {@code tenant_key}, wrapped. One that was opened stays in memory for at most
 * five minutes.
 */
@Singleton
final class StoredTenantKeys implements TenantKeys {

    private final KeyWrapper wrapper;
    private final TenantKeyRepository keys;
    private final TenantTransactions transactions;
    private final Cache<TenantId, byte[]> opened =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    StoredTenantKeys(
            KeyWrapper wrapper, TenantKeyRepository keys, TenantTransactions transactions) {
        this.wrapper = wrapper;
        this.keys = keys;
        this.transactions = transactions;
    }

    @Override
    public byte[] of(TenantId tenant) {
        byte[] known = opened.getIfPresent(tenant);
        if (known != null) {
            return known;
        }
        byte[] wrapped =
                transactions.in(tenant, () -> keys.find(tenant)).orElseGet(() -> made(tenant));
        byte[] key = wrapper.unwrap(wrapped, context(tenant));
        opened.put(tenant, key);
        return key;
    }

    /** When two make one at once, both get the first. */
    private byte[] made(TenantId tenant) {
        byte[] wrapped = wrapper.wrap(DataKeys.fresh(), context(tenant));
        return transactions.in(
                tenant,
                () -> {
                    keys.insertOnce(tenant, wrapped);
                    return keys.find(tenant).orElseThrow();
                });
    }

    private static Map<String, String> context(TenantId tenant) {
        return Map.of("tenant", tenant.value(), "purpose", "note-text");
    }

    /** The rows of {@code tenant_key}. */
    @Singleton
    static final class TenantKeyRepository {

        private final Sql sql;

        TenantKeyRepository(Sql sql) {
            this.sql = sql;
        }

        Optional<byte[]> find(TenantId tenant) {
            return sql.first(
                    row -> row.bytes("wrapped_key"),
                    "SELECT wrapped_key FROM tenant_key WHERE tenant_id = ?",
                    tenant.value());
        }

        /** The tenant may be one that has no connection yet. */
        void insertOnce(TenantId tenant, byte[] wrapped) {
            sql.update(
                    "INSERT INTO tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING",
                    tenant.value());
            sql.update(
                    "INSERT INTO tenant_key (tenant_id, wrapped_key) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    tenant.value(),
                    wrapped);
        }
    }
}
