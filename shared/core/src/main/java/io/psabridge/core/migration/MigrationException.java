package io.psabridge.core.migration;

/** The database cannot be reached, or not be brought to this version. One line that says why. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationException(Throwable cause) {
        super(reason(cause), cause);
    }

    /** The first line of what lies deepest: the database's own words. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return "the database cannot be migrated: "
                + String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }
}
