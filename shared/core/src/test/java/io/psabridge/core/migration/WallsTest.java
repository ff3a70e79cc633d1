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
 * The database's own wall between tenants, looked at from the catalog and tried as the runtime
 * role.
 */
class WallsTest {

    private static TestDatabase database;

    @BeforeAll
    static void migratedWithRowsOfTwoTenants() {
        database = TestDatabase.empty();
        Migrations.migrate(database.url(), database.user(), database.password());
        database.execute(TenantRows.SQL);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void everyTableWithATenantForcesRowLevelSecurityAndHasAPolicyForIt() throws SQLException {
        assertThat(
                        texts(
                                TENANT_TABLES
                                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity"
                                        + " AND EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname"
                                        + " AND p.qual LIKE '%psa_bridge_tenant()%'))"))
                .isEmpty();
        assertThat(texts(TENANT_TABLES))
                .contains("tenant", "tenant_key", "connection", "ticket_link", "note_post");
    }

    @Test
    void everyTableIsATenantsOrIsNamedHereWithItsReason() throws SQLException {
        assertThat(
                        texts(
                                "SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p')"
                                        + " AND relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM"
                                        + " pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')"))
                // our own keys belong to no tenant; the history is Flyway's
                .containsExactlyInAnyOrder("token_key", "flyway_schema_history");
    }

    @Test
    void everyPrimaryAndUniqueKeyOfATenantsTableBeginsWithTheTenant() throws SQLException {
        assertThat(
                        texts(
                                "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                                        + " JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id'"
                                        + " WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique"
                                        + " AND i.indkey[0] <> t.attnum"))
                .isEmpty();
    }

    @Test
    void everyForeignKeyBetweenTenantsTablesBeginsWithTheTenantOnBothSides() throws SQLException {
        assertThat(
                        texts(
                                "SELECT k.conname FROM pg_constraint k"
                                        + " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'"
                                        + " JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attname = 'tenant_id'"
                                        + " WHERE k.contype = 'f'"
                                        + " AND NOT (k.conkey[1] = a.attnum AND k.confkey[1] = b.attnum)"))
                .isEmpty();
    }

    @Test
    void asTheRuntimeRoleWithoutATenantNoRowIsSeen() throws SQLException {
        try (Connection connection = asRuntime();
                Statement statement = connection.createStatement()) {
            for (String table : texts(TENANT_TABLES)) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    assertThat(count.getInt(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void asTheRuntimeRoleATenantSeesItsOwnRowsAndNoOthers() throws SQLException {
        try (Connection connection = asRuntime();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('psa_bridge.tenant', 'north', true)");
            for (String table : texts(TENANT_TABLES)) {
                try (ResultSet rows =
                        statement.executeQuery(
                                "SELECT count(*), count(*) FILTER (WHERE tenant_id <> 'north') FROM "
                                        + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table + " own").isPositive();
                    assertThat(rows.getInt(2)).as(table + " others").isZero();
                }
            }
        }
    }

    @Test
    void whenTheTransactionEndsTheTenantIsForgotten() throws SQLException {
        try (Connection connection = asRuntime();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('psa_bridge.tenant', 'north', true)");
            connection.commit();
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM connection")) {
                count.next();
                assertThat(count.getInt(1)).isZero();
            }
        }
    }

    @Test
    void aRowOfAnotherTenantCannotBeWritten() throws SQLException {
        try (Connection connection = asRuntime();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('psa_bridge.tenant', 'north', true)");
            assertThatThrownBy(() ->
                            statement.execute(
                                    "INSERT INTO tenant_key (tenant_id, wrapped_key) VALUES ('south', '')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void aForeignKeyToAnotherTenantsRowIsRefusedEvenForASuperuser() {
        assertThatThrownBy(() -> database.execute(TenantRows.link("north", "lnk_x", "con_south")))
                .hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void theRuntimeRoleOwnsNothingAndInheritsNothing() throws SQLException {
        assertThat(texts("SELECT relname FROM pg_class WHERE relowner = 'psa_bridge_app'::regrole"))
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT rolname FROM pg_roles WHERE rolname LIKE 'psa_bridge%'"
                                        + " AND (rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb)"))
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT 'inherits' WHERE pg_has_role('psa_bridge_app', 'psa_bridge_dispatcher', 'USAGE')"))
                .isEmpty();
    }

    @Test
    void theDispatcherSeesWhichTenantsRoutesAndWorkThereAreAndNothingElse() throws SQLException {
        try (Connection connection = asRuntime();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE psa_bridge_dispatcher");
            for (String table : List.of("tenant", "route", "work")) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    assertThat(count.getInt(1)).as(table).isEqualTo(2);
                }
            }
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM connection"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void migratingAgainChangesNothing() {
        assertThat(Migrations.migrate(database.url(), database.user(), database.password()))
                .isZero();
    }

    private static final String TENANT_TABLES =
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
                    + " WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace";

    private static Connection asRuntime() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE psa_bridge_app");
        }
        return connection;
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
