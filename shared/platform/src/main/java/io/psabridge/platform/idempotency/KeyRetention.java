package io.psabridge.platform.idempotency;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** How long idempotency keys are kept. Opens nothing, and so needs no data key. */
@Singleton
public final class KeyRetention {

    private final TenantTransactions transactions;
    private final IdempotencyRepository rows;

    KeyRetention(TenantTransactions transactions, IdempotencyRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** Forgets the keys that have expired; says how many. */
    public int purge(TenantId tenant) {
        return transactions.in(tenant, () -> rows.purge(tenant));
    }

    /** Whoever comes with a key that was in progress resumes at once; how many there were. */
    public int releaseLeases(TenantId tenant) {
        return transactions.in(tenant, () -> rows.releaseLeases(tenant));
    }
}
