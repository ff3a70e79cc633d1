package io.psabridge.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing but the policies between two tenants: the runtime role may do everything to every table,
 * no trigger helps, and the statements name the other tenant's rows.
 */
class RowLevelSecurityAloneTest {

    private static final String TENANT_TABLES =
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
                    + " WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace";

    private static TestDatabase database;

    @BeforeAll
    static void migratedWithRowsOfTwoTenantsAndEveryRight() throws SQLException {
        database = TestDatabase.empty();
        Migrations.migrate(database.url(), database.user(), database.password());
        database.execute(TenantRows.SQL);
        database.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO psa_bridge_app");
        for (String table : tables()) {
            database.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void noStatementReachesARowOfAnotherTenantThatItNames() throws SQLException {
        try (Connection connection = asNorth();
                Statement statement = connection.createStatement()) {
            for (String table : tables()) {
                String rows = table + " WHERE tenant_id = 'south'";
                assertThat(count(statement, rows)).as("SELECT " + table).isZero();
                assertThat(statement.executeUpdate("DELETE FROM " + rows))
                        .as("DELETE " + table)
                        .isZero();
                assertThat(
                                statement.executeUpdate(
                                        "UPDATE "
                                                + table
                                                + " SET tenant_id = 'north' WHERE tenant_id = 'south'"))
                        .as("UPDATE " + table)
                        .isZero();
            }
        }
    }

    @Test
    void aStatementWithoutAnyConditionReachesTheTenantsOwnRowsOnly() throws SQLException {
        try (Connection connection = asNorth();
                Statement statement = connection.createStatement()) {
            for (String table : tables()) {
                int own = count(statement, table);
                assertThat(own).as(table).isPositive();
                assertThat(statement.executeUpdate("UPDATE " + table + " SET tenant_id = 'north'"))
                        .as(table)
                        .isEqualTo(own);
            }
        }
    }

    @Test
    void noRowCanBeGivenToAnotherTenant() throws SQLException {
        for (String table : tables()) {
            try (Connection connection = asNorth();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() ->
                                statement.executeUpdate(
                                        "UPDATE " + table + " SET tenant_id = 'south'"))
                        .as(table)
                        .hasMessageContaining("row-level security");
            }
        }
    }

    /** What is not committed is undone. */
    private static Connection asNorth() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE psa_bridge_app");
            statement.execute("SELECT set_config('psa_bridge.tenant', 'north', true)");
        }
        return connection;
    }

    private static int count(Statement statement, String rows) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            count.next();
            return count.getInt(1);
        }
    }

    private static List<String> tables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TENANT_TABLES)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        assertThat(found).hasSizeGreaterThan(8);
        return found;
    }
}
