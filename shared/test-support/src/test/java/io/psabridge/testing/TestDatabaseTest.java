package io.psabridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void aDatabaseBeginsAsItsTemplateAndGoesItsOwnWay() throws SQLException {
        try (TestDatabase template = TestDatabase.empty()) {
            template.execute("CREATE TABLE thing (name text); INSERT INTO thing VALUES ('one')");
            try (TestDatabase first = TestDatabase.from(template);
                    TestDatabase second = TestDatabase.from(template)) {
                first.execute("DELETE FROM thing");

                assertThat(count(first)).isZero();
                assertThat(count(second)).isEqualTo(1);
            }
        }
    }

    @Test
    void itTellsWhichStatementsItWasSent() throws SQLException {
        try (TestDatabase one = TestDatabase.empty();
                TestDatabase other = TestDatabase.empty()) {
            one.execute("CREATE TABLE thing (name text)");
            long moment = one.now();
            one.execute("INSERT INTO thing\nVALUES ('secret')");
            other.execute("CREATE TABLE elsewhere (name text)");
            assertThat(count(one)).isEqualTo(1);

            assertThat(one.statementsSince(moment))
                    .contains("INSERT INTO thing\nVALUES ('secret')", "SELECT count(*) FROM thing")
                    .noneMatch(it -> it.contains("CREATE TABLE"));
        }
    }

    @Test
    void itTellsWhichStatementsWereATenants() throws SQLException {
        try (TestDatabase database = TestDatabase.empty();
                Connection ours = database.connect();
                Connection theirs = database.connect()) {
            long moment = database.now();
            inTransaction(ours, "acme", "SELECT 1");
            inTransaction(theirs, "other", "SELECT 2");
            ours.commit();
            theirs.commit();

            assertThat(database.statementsSince(moment, "acme"))
                    .containsExactly(
                            "BEGIN",
                            "SELECT set_config('psa_bridge.tenant', $1, true)",
                            "SELECT 1",
                            "COMMIT");
        }
    }

    private static void inTransaction(Connection connection, String tenant, String sql)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement setsTenant =
                        connection.prepareStatement(
                                "SELECT set_config('psa_bridge.tenant', ?, true)");
                Statement statement = connection.createStatement()) {
            setsTenant.setString(1, tenant);
            setsTenant.execute();
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM thing")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
