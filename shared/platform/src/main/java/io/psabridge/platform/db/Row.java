package io.psabridge.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The row that is being read; its columns by name. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) {
        String value = textOrNull(column);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> results.getString(column));
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return read(() -> results.getBytes(column));
    }

    public byte[] bytes(String column) {
        byte[] value = bytesOrNull(column);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    public boolean flag(String column) {
        return read(() -> results.getBoolean(column));
    }

    public int integer(String column) {
        return read(() -> results.getInt(column));
    }

    public double decimal(String column) {
        return read(() -> results.getDouble(column));
    }

    public Instant instant(String column) {
        Instant value = instantOrNull(column);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime value = read(() -> results.getObject(column, OffsetDateTime.class));
        return value == null ? null : value.toInstant();
    }

    private <T extends @Nullable Object> T read(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private interface Getter<T extends @Nullable Object> {
        T get() throws SQLException;
    }
}
