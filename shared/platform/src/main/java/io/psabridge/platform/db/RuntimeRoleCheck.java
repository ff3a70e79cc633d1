package io.psabridge.platform.db;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.psabridge.platform.config.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Refuses to work as a database role from which row-level security does not protect. */
@Singleton
public final class RuntimeRoleCheck {

    private static final String RIGHTS =
            """
            SELECT r.rolname, r.rolsuper, r.rolbypassrls,
                   EXISTS (SELECT FROM pg_class c
                           WHERE c.relkind IN ('r', 'p')
                             AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns,
                   EXISTS (SELECT FROM pg_roles d
                           WHERE d.rolname = 'psa_bridge_dispatcher'
                             AND pg_has_role(r.oid, d.oid, 'USAGE')) AS dispatches
            FROM pg_roles r WHERE r.rolname = current_user
            """;

    /** No such role, or no right to become it. */
    private static final Set<String> ROLE_REFUSED = Set.of("22023", "42704", "42501");

    private final TransactionOperations<Connection> transactions;
    private volatile boolean passed;

    RuntimeRoleCheck(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Fails with a {@link ConfigurationException} when the pool's role may do more than it should.
     */
    public void check() {
        try {
            transactions.execute(
                    TransactionDefinition.DEFAULT,
                    status -> {
                        refuseTooMuch(status.getConnection());
                        return true;
                    });
        } catch (RuntimeException e) {
            if (ROLE_REFUSED.contains(sqlState(e))) {
                throw new ConfigurationException(
                        "DATABASE_USER cannot work as the role "
                                + RuntimePool.ROLE
                                + ": migrate the database with a user who may create roles, or grant the"
                                + " role to this user");
            }
            throw e;
        }
        passed = true;
    }

    void checkOnce() {
        if (!passed) {
            check();
        }
    }

    private static void refuseTooMuch(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(RIGHTS)) {
            role.next();
            String name = role.getString("rolname");
            refuse(role.getBoolean("rolsuper"), name, "is a superuser");
            refuse(role.getBoolean("rolbypassrls"), name, "has BYPASSRLS");
            refuse(
                    role.getBoolean("owns"),
                    name,
                    "owns tables, or is a member of a role that does");
            refuse(role.getBoolean("dispatches"), name, "inherits psa_bridge_dispatcher");
        } catch (SQLException e) {
            throw new DataAccessException("The rights of the database role cannot be read", e);
        }
    }

    private static void refuse(boolean tooMuch, String role, String what) {
        if (tooMuch) {
            throw new ConfigurationException(
                    "The database role "
                            + role
                            + " "
                            + what
                            + ": row-level security would not keep tenants apart");
        }
    }

    private static String sqlState(Throwable failure) {
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
