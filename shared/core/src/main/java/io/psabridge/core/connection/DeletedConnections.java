package io.psabridge.core.connection;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Which connections were deleted: told before a backup comes back, done again after it. */
@Singleton
public final class DeletedConnections {

    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final DeletedConnectionRepository deleted;
    private final ConnectionRepository connections;
    private final AuditLog audit;
    private final Followers followers;

    DeletedConnections(
            Tenants tenants,
            TenantTransactions transactions,
            DeletedConnectionRepository deleted,
            ConnectionRepository connections,
            AuditLog audit,
            Followers followers) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.deleted = deleted;
        this.connections = connections;
        this.audit = audit;
        this.followers = followers;
    }

    /** Those of all tenants. */
    public List<DeletedConnection> all() {
        List<DeletedConnection> all = new ArrayList<>();
        tenants.each(tenant -> all.addAll(transactions.in(tenant, () -> deleted.list(tenant))));
        return all;
    }

    /** Deletes those that are there; how many were. */
    public int deleteAgain(List<DeletedConnection> gone) {
        return (int)
                gone.stream()
                        .filter(one ->
                                transactions.in(
                                        one.tenant(), () -> left(one.tenant(), one.connection())))
                        .count();
    }

    private boolean left(TenantId tenant, ConnectionId connection) {
        if (!connections.delete(tenant, connection)) {
            return false;
        }
        followers.leaving(tenant, connection);
        audit.around(
                tenant,
                Actor.system(),
                AuditAction.CONNECTION_DELETE,
                AuditSubject.connection(connection.value()),
                done -> {
                    done.on(AuditSubject.connection(connection.value()));
                    return true;
                });
        return true;
    }

    /** The rows of {@code connection} that nobody finds any more. */
    @Singleton
    static final class DeletedConnectionRepository {

        private final Sql sql;

        DeletedConnectionRepository(Sql sql) {
            this.sql = sql;
        }

        List<DeletedConnection> list(TenantId tenant) {
            return sql.list(
                    row ->
                            new DeletedConnection(
                                    tenant,
                                    new ConnectionId(row.text("id")),
                                    row.instant("deleted_at")),
                    "SELECT id, deleted_at FROM connection WHERE tenant_id = ?"
                            + " AND deleted_at IS NOT NULL ORDER BY id",
                    tenant.value());
        }

        /** Leaves that there was one, and when it went. */
        int blank(TenantId tenant) {
            return sql.update(
                    "UPDATE connection SET name = '', site_host = '', site_url = '', psa_account = '',"
                            + " psa_version = NULL, settings = '{}', psa_state_message = NULL"
                            + " WHERE tenant_id = ? AND deleted_at < psa_bridge_now() - interval '30 days'"
                            + " AND site_host <> ''",
                    tenant.value());
        }
    }
}
