package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Whose connection a callback's address means: the one thing about a message that is known before
 * its tenant is. Read as the dispatcher, by plain SELECT, never changed here.
 */
@Singleton
final class Routes {

    private final TenantTransactions transactions;
    private final Sql sql;

    Routes(TenantTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Looked for by the token's hash, whose order tells nothing about the token. */
    Optional<TenantId> tenantOf(ConnectionId connection, CallbackToken token) {
        return transactions.asDispatcher(() ->
                sql.first(
                        row -> new TenantId(row.text("tenant_id")),
                        "SELECT tenant_id FROM route WHERE callback_token_hash = ? AND connection_id = ?",
                        token.hash(),
                        connection.value()));
    }
}
