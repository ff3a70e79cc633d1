package io.psabridge.platform.db;

import java.sql.SQLException;

/** The database is away, or refused a statement. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(SQLException cause) {
        super("Database: SQL state " + cause.getSQLState(), cause);
    }
}
