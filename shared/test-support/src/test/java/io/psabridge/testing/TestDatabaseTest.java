package io.psabridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
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

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM thing")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
