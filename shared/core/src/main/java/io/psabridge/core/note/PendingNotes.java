package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.PendingWrites;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Counts the unfinished note posts. */
@Singleton
final class PendingNotes implements PendingWrites {

    private final TenantTransactions transactions;
    private final ControlRepository control;

    PendingNotes(TenantTransactions transactions, ControlRepository control) {
        this.transactions = transactions;
        this.control = control;
    }

    @Override
    public Map<ConnectionId, Integer> count(TenantId tenant, Collection<ConnectionId> connections) {
        return transactions.in(tenant, () -> control.unfinished(tenant, connections));
    }
}
