package io.psabridge.core.tenant;

import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Walks all tenants, for tasks that an operator runs. Sees which there are and nothing of them. */
@Singleton
public final class Tenants {

    private static final int PAGE = 500;

    private final TenantTransactions transactions;
    private final Sql sql;

    Tenants(TenantTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Does {@code work} for each, outside any transaction, in the order of their ids. */
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
