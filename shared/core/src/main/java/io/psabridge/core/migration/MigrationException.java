package io.psabridge.core.migration;

import java.sql.SQLException;

/** The database cannot be reached, or not be brought to this version. One line that says why. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationException(Throwable cause) {
        super(reason(cause), cause);
    }

    /** The database's own words, else the tool's; the first line of them. */
    private static String reason(Throwable failure) {
        Throwable told = failure;
        while (told.getCause() != null && !(told instanceof SQLException)) {
            told = told.getCause();
        }
        return "the database cannot be migrated: "
                + String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }
}
