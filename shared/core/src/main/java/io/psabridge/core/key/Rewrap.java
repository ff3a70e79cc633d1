package io.psabridge.core.key;

import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps every key anew that the newest key has not wrapped. May stop anywhere and begin again, and
 * run while others serve: a key is replaced only as long as it is the one that was read.
 */
@Singleton
public final class Rewrap {

    private static final Logger LOG = LoggerFactory.getLogger(Rewrap.class);
    private static final int PAGE = 100;

    private final KeyWrapper keys;
    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final TokenKeys ownKeys;
    private final List<WrappedKeyTable> tables;

    Rewrap(
            KeyWrapper keys,
            Tenants tenants,
            TenantTransactions transactions,
            TokenKeys ownKeys,
            List<WrappedKeyTable> tables) {
        this.keys = keys;
        this.tenants = tenants;
        this.transactions = transactions;
        this.ownKeys = ownKeys;
        this.tables = tables;
    }

    /** Keys that do not open are left as they are, and counted. */
    public RewrapReport run() {
        RewrapReport report = new RewrapReport();
        walk(
                "token keys",
                report,
                last -> transactions.withoutTenant(() -> ownKeys.after(last, PAGE)),
                (old, fresh) -> transactions.withoutTenant(() -> ownKeys.replace(old, fresh)));
        tenants.each(tenant -> tables.forEach(table -> walk(tenant, table, report)));
        return report;
    }

    private void walk(TenantId tenant, WrappedKeyTable table, RewrapReport report) {
        walk(
                table.name() + " of " + tenant,
                report,
                last -> transactions.in(tenant, () -> table.after(tenant, last, PAGE)),
                (old, fresh) -> transactions.in(tenant, () -> table.replace(tenant, old, fresh)));
    }

    private void walk(
            String name,
            RewrapReport report,
            Function<String, List<WrappedKey>> pages,
            BiPredicate<WrappedKey, byte[]> replace) {
        List<WrappedKey> page = pages.apply("");
        while (!page.isEmpty()) {
            page.forEach(key -> report.count(outcome(name, key, replace)));
            page = pages.apply(page.getLast().id());
        }
    }

    private RewrapReport.Outcome outcome(
            String name, WrappedKey key, BiPredicate<WrappedKey, byte[]> replace) {
        if (keys.isNewest(key.wrapped())) {
            return RewrapReport.Outcome.NEWEST_ALREADY;
        }
        try {
            return replace.test(key, fresh(key))
                    ? RewrapReport.Outcome.WRAPPED_ANEW
                    : RewrapReport.Outcome.CHANGED_MEANWHILE;
        } catch (KeyRefusedException e) {
            LOG.error("{} {}: {}", name, key.id(), e.getMessage());
            return RewrapReport.Outcome.REFUSED;
        }
    }

    private byte[] fresh(WrappedKey key) {
        byte[] plain = keys.unwrap(key.wrapped(), key.context());
        try {
            return keys.wrap(plain, key.context());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
