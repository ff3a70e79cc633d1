package io.psabridge.platform.queue;

import io.psabridge.platform.db.TenantTransactions;
import jakarta.inject.Singleton;
import java.util.List;

/** How much work waits, of all tenants: numbers alone. */
@Singleton
public final class QueueDepths {

    private final TenantTransactions transactions;
    private final DueWork due;

    QueueDepths(TenantTransactions transactions, DueWork due) {
        this.transactions = transactions;
        this.due = due;
    }

    /** Read from the database; a kind of which there is nothing is absent. */
    public List<QueueDepth> now() {
        return transactions.asDispatcher(due::depths);
    }
}
