package io.psabridge.core.migration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the tables of this version. Run by the owner, never by the role that serves
 * requests.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Applies what is missing; may run again. Fails with {@link MigrationException}.
     *
     * @return how many steps were applied
     */
    public static int migrate(String jdbcUrl, String user, @Nullable String password) {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(jdbcUrl, user, password)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new MigrationException(e);
        }
    }
}
