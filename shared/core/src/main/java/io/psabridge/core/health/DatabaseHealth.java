package io.psabridge.core.health;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.health.HealthCheck;
import jakarta.inject.Singleton;

/** Whether a transaction begins and ends, as the roles that the product works as. */
@Singleton
final class DatabaseHealth implements HealthCheck {

    private final TenantTransactions transactions;

    DatabaseHealth(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() {
        transactions.asDispatcher(() -> true);
    }
}
