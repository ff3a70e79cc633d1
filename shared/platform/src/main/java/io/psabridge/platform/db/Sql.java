package io.psabridge.platform.db;

import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on the connection of the transaction that is open on this thread. Arguments are
 * always bound, never written into the text.
 */
@Singleton
public final class Sql {

    private final ConnectionOperations<Connection> connections;

    Sql(ConnectionOperations<Connection> connections) {
        this.connections = connections;
    }

    public <T> List<T> list(Function<Row, T> reader, String sql, @Nullable Object... arguments) {
        return execute(
                sql,
                arguments,
                statement -> {
                    List<T> found = new ArrayList<>();
                    try (ResultSet results = statement.executeQuery()) {
                        Row row = new Row(results);
                        while (results.next()) {
                            found.add(reader.apply(row));
                        }
                    }
                    return found;
                });
    }

    public <T> Optional<T> first(
            Function<Row, T> reader, String sql, @Nullable Object... arguments) {
        return list(reader, sql, arguments).stream().findFirst();
    }

    /** Returns how many rows changed. */
    public int update(String sql, @Nullable Object... arguments) {
        return execute(sql, arguments, PreparedStatement::executeUpdate);
    }

    private <T> T execute(String sql, @Nullable Object[] arguments, Work<T> work) {
        try (PreparedStatement statement =
                connections.getConnectionStatus().getConnection().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, bound(arguments[i]));
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static @Nullable Object bound(@Nullable Object argument) {
        return argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
