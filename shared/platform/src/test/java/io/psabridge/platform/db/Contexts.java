package io.psabridge.platform.db;

import io.micronaut.context.ApplicationContext;
import io.psabridge.testing.TestDatabase;

/** Starts the platform on a test database that has the roles. */
final class Contexts {

    static final String ROLES =
            """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'psa_bridge_app') THEN
                CREATE ROLE psa_bridge_app NOINHERIT;
                CREATE ROLE psa_bridge_dispatcher;
                GRANT psa_bridge_dispatcher TO psa_bridge_app;
              END IF;
            END $$;
            """;

    private static final String WIDGETS =
            """
            CREATE TABLE widget (
              tenant_id text NOT NULL, name text NOT NULL, PRIMARY KEY (tenant_id, name));
            ALTER TABLE widget ENABLE ROW LEVEL SECURITY;
            ALTER TABLE widget FORCE ROW LEVEL SECURITY;
            CREATE POLICY own ON widget TO psa_bridge_app
              USING (tenant_id = nullif(current_setting('psa_bridge.tenant', true), ''));
            CREATE POLICY dispatch ON widget FOR SELECT TO psa_bridge_dispatcher USING (true);
            GRANT SELECT, INSERT ON widget TO psa_bridge_app;
            GRANT SELECT ON widget TO psa_bridge_dispatcher;
            """;

    private Contexts() {}

    static void prepare(TestDatabase database) {
        database.execute(ROLES);
        database.execute(WIDGETS);
    }

    static ApplicationContext of(TestDatabase database) {
        return of(database, database.user(), database.password());
    }

    static ApplicationContext of(TestDatabase database, String user, String password) {
        return ApplicationContext.builder()
                .singletons(new DatabaseAccess(database.url(), user, password))
                .start();
    }
}
