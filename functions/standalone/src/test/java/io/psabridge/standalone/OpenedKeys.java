package io.psabridge.standalone;

import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All keys that a database holds, unwrapped. */
final class OpenedKeys {

    private OpenedKeys() {}

    static List<byte[]> of(TestDatabase database, KeyWrapper wrapper) throws SQLException {
        List<byte[]> found = new ArrayList<>();
        read(
                database,
                "SELECT * FROM connection WHERE wrapped_key IS NOT NULL",
                row ->
                        found.add(
                                wrapper.unwrap(
                                        row.getBytes("wrapped_key"),
                                        Map.of(
                                                "tenant", row.getString("tenant_id"),
                                                "connection", row.getString("id"),
                                                "provider", row.getString("provider"),
                                                "version", row.getString("credential_version")))));
        read(
                database,
                "SELECT * FROM tenant_key",
                row ->
                        found.add(
                                wrapper.unwrap(
                                        row.getBytes("wrapped_key"),
                                        Map.of(
                                                "tenant",
                                                row.getString("tenant_id"),
                                                "purpose",
                                                "note-text"))));
        read(
                database,
                "SELECT * FROM token_key",
                row ->
                        found.add(
                                wrapper.unwrap(
                                        row.getBytes("wrapped_private_key"),
                                        Map.of(
                                                "purpose",
                                                row.getString("purpose"),
                                                "kid",
                                                row.getString("kid")))));
        return found;
    }

    private static void read(TestDatabase database, String sql, Reader reader) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
