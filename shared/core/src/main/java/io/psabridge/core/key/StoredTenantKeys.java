package io.psabridge.core.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.DataKeys;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.TenantKeys;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data keys in {@code tenant_key}, wrapped. One that was opened stays in memory for at most
 * five minutes.
 */
@Singleton
final class StoredTenantKeys implements TenantKeys, WrappedKeyTable {

    private static final String PURPOSE = "note-text";

    private final KeyWrapper wrapper;
    private final TenantKeyRepository keys;
    private final TenantTransactions transactions;
    private final Cache<TenantId, byte[]> opened =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    StoredTenantKeys(
            KeyWrapper wrapper, TenantKeyRepository keys, TenantTransactions transactions) {
        this.wrapper = wrapper;
        this.keys = keys;
        this.transactions = transactions;
    }

    @Override
    public boolean knows(TenantId tenant) {
        return opened.getIfPresent(tenant) != null;
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

    @Override
    public String name() {
        return "tenant keys";
    }

    /** One at most: its id is what it is for. */
    @Override
    public List<WrappedKey> after(TenantId tenant, String last, int limit) {
        return PURPOSE.compareTo(last) <= 0
                ? List.of()
                : keys.find(tenant).stream()
                        .map(wrapped -> new WrappedKey(PURPOSE, wrapped, context(tenant)))
                        .toList();
    }

    @Override
    public boolean replace(TenantId tenant, WrappedKey old, byte[] wrapped) {
        return keys.replace(tenant, old.wrapped(), wrapped);
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
        return Map.of("tenant", tenant.value(), "purpose", PURPOSE);
    }

    /** The rows of {@code tenant_key}. */
    @Singleton
    static final class TenantKeyRepository {

        private final Sql sql;
        private final Tenants tenants;

        TenantKeyRepository(Sql sql, Tenants tenants) {
            this.sql = sql;
            this.tenants = tenants;
        }

        Optional<byte[]> find(TenantId tenant) {
            return sql.first(
                    row -> row.bytes("wrapped_key"),
                    "SELECT wrapped_key FROM tenant_key WHERE tenant_id = ?",
                    tenant.value());
        }

        boolean replace(TenantId tenant, byte[] old, byte[] wrapped) {
            return sql.update(
                            "UPDATE tenant_key SET wrapped_key = ? WHERE tenant_id = ? AND wrapped_key = ?",
                            wrapped,
                            tenant.value(),
                            old)
                    == 1;
        }

        /** The tenant may be one that has no connection yet. */
        void insertOnce(TenantId tenant, byte[] wrapped) {
            tenants.remember(tenant);
            sql.update(
                    "INSERT INTO tenant_key (tenant_id, wrapped_key) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    tenant.value(),
                    wrapped);
        }
    }
}
