package io.psabridge.platform.db;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions on the runtime pool, each of which knows whose rows it may see. */
@Singleton
public final class TenantTransactions {

    private static final String SET_TENANT = "SELECT set_config('psa_bridge.tenant', ?, true)";
    private static final String BECOME_DISPATCHER = "SET LOCAL ROLE psa_bridge_dispatcher";
    private static final String DISPATCHER = "the dispatcher";
    private static final String NOBODY = "no tenant";

    private final TransactionOperations<Connection> transactions;
    private final ConnectionOperations<Connection> connections;
    private final RuntimeRoleCheck roleCheck;
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    TenantTransactions(
            TransactionOperations<Connection> transactions,
            ConnectionOperations<Connection> connections,
            RuntimeRoleCheck roleCheck) {
        this.transactions = transactions;
        this.connections = connections;
        this.roleCheck = roleCheck;
    }

    /**
     * Runs {@code work} in a transaction that sees this tenant's rows. Inside a transaction of the
     * same tenant it takes part in that one; inside any other it fails.
     */
    public <T> T in(TenantId tenant, Supplier<T> work) {
        return joinOrBegin("tenant " + tenant, connection -> setTenant(connection, tenant), work);
    }

    public void run(TenantId tenant, Runnable work) {
        in(
                tenant,
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * Runs {@code work} in a transaction of its own, as the role that sees what is due everywhere.
     */
    public <T> T asDispatcher(Supplier<T> work) {
        return begin(DISPATCHER, TenantTransactions::becomeDispatcher, work);
    }

    /** Runs {@code work} in a transaction that sees only tables without a tenant. */
    public <T> T withoutTenant(Supplier<T> work) {
        return joinOrBegin(NOBODY, connection -> {}, work);
    }

    /**
     * Runs {@code work} once the transaction that is open on this thread is committed and its
     * connection given back, and not at all when it is rolled back; what is equal runs once. It
     * must not fail.
     */
    public void afterCommit(Runnable work) {
        Open now = open.get();
        if (now == null) {
            throw new IllegalStateException("No transaction is open on this thread");
        }
        now.afterwards().add(work);
    }

    /** Whether this thread holds a database connection. */
    public boolean active() {
        return connections.findConnectionStatus().isPresent();
    }

    private <T> T joinOrBegin(String whose, FirstStatement first, Supplier<T> work) {
        return whose.equals(owner()) ? work.get() : begin(whose, first, work);
    }

    private <T> T begin(String whose, FirstStatement first, Supplier<T> work) {
        if (active()) {
            throw new IllegalStateException(
                    "A transaction for " + whose + " cannot begin inside one for " + owner());
        }
        roleCheck.checkOnce();
        Open begun = new Open(whose, new LinkedHashSet<>());
        T result =
                transactions.execute(
                        TransactionDefinition.DEFAULT,
                        status -> {
                            prepare(status.getConnection(), first);
                            open.set(begun);
                            try {
                                return work.get();
                            } finally {
                                open.remove();
                            }
                        });
        begun.afterwards().forEach(Runnable::run);
        return result;
    }

    private @Nullable String owner() {
        Open now = open.get();
        return now == null ? null : now.owner();
    }

    private static void prepare(Connection connection, FirstStatement first) {
        try {
            first.execute(connection);
        } catch (SQLException e) {
            throw new DataAccessException("The transaction could not begin", e);
        }
    }

    private static void setTenant(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET_TENANT)) {
            statement.setString(1, tenant.value());
            statement.execute();
        }
    }

    private static void becomeDispatcher(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BECOME_DISPATCHER);
        }
    }

    /** The transaction of a thread: whose rows it sees, and what is to be run after it. */
    private record Open(String owner, Set<Runnable> afterwards) {}

    /** What a transaction executes before its work. */
    private interface FirstStatement {

        void execute(Connection connection) throws SQLException;
    }
}
