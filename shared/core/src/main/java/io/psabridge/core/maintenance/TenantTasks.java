package io.psabridge.core.maintenance;

import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.TenantTransactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does what the owners of tables ask for, tenant by tenant, each step as that tenant. */
@Singleton
public final class TenantTasks {

    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final List<Purge> purges;
    private final List<AfterRestore> afterRestores;

    TenantTasks(
            Tenants tenants,
            TenantTransactions transactions,
            List<Purge> purges,
            List<AfterRestore> afterRestores) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.purges = purges;
        this.afterRestores = afterRestores;
    }

    /** How many rows of each kind went. */
    public Map<String, Integer> purge() {
        Map<String, Integer> counts = new TreeMap<>();
        purges.forEach(one -> counts.put(one.name(), 0));
        tenants.each(tenant ->
                purges.forEach(one ->
                        count(
                                counts,
                                one.name(),
                                transactions.in(tenant, () -> one.purge(tenant)))));
        return counts;
    }

    /** How many rows of each kind changed. */
    public Map<String, Integer> afterRestore() {
        Map<String, Integer> counts = new TreeMap<>();
        afterRestores.forEach(one -> counts.put(one.name(), 0));
        tenants.each(tenant ->
                afterRestores.forEach(one ->
                        count(
                                counts,
                                one.name(),
                                transactions.in(tenant, () -> one.afterRestore(tenant)))));
        return counts;
    }

    private static void count(Map<String, Integer> counts, String name, int rows) {
        counts.merge(name, rows, Integer::sum);
    }
}
