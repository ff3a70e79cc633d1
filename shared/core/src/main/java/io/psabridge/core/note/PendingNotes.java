package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.PendingWrites;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the unfinished note posts. */
@Singleton
final class PendingNotes implements PendingWrites {

    private final TenantTransactions transactions;
    private final Sql sql;

    PendingNotes(TenantTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Map<ConnectionId, Integer> count(TenantId tenant, Collection<ConnectionId> connections) {
        String[] ids = connections.stream().map(ConnectionId::value).toArray(String[]::new);
        return transactions
                .in(
                        tenant,
                        () ->
                                sql.list(
                                        row ->
                                                Map.entry(
                                                        new ConnectionId(row.text("connection_id")),
                                                        row.integer("waiting")),
                                        "SELECT connection_id, count(*) AS waiting FROM note_post"
                                                + " WHERE tenant_id = ? AND connection_id = ANY (?)"
                                                + " AND state IN ('pending', 'posting', 'uncertain')"
                                                + " GROUP BY connection_id",
                                        tenant.value(),
                                        ids))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
