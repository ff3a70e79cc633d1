package io.psabridge.core.tenant;

import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Which tenants there are. */
@Singleton
public final class Tenants {

    private static final int PAGE = 500;

    private final TenantTransactions transactions;
    private final Sql sql;

    Tenants(TenantTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Makes the tenant one of those that there are, if it is not yet. Runs in its caller's
     * transaction, and before the first row that refers to the tenant.
     */
    public void remember(TenantId tenant) {
        sql.update(
                "INSERT INTO tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenant.value());
    }

    /**
     * Does {@code work} for each, outside any transaction, in the order of their ids; for tasks
     * that an operator runs.
     */
    public void each(Consumer<TenantId> work) {
        List<TenantId> page = after("");
        while (!page.isEmpty()) {
            page.forEach(work);
            page = after(page.getLast().value());
        }
    }

    private List<TenantId> after(String last) {
        return transactions.asDispatcher(() ->
                sql.list(
                        row -> new TenantId(row.text("tenant_id")),
                        "SELECT tenant_id FROM tenant WHERE tenant_id > ? ORDER BY tenant_id LIMIT "
                                + PAGE,
                        last));
    }
}
