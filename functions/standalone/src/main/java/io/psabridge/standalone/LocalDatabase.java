package io.psabridge.standalone;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.db.DatabaseAccess;
import java.util.Map;

/** The database: the configured one, else the embedded one in the data directory. */
final class LocalDatabase {

    private LocalDatabase() {}

    static void fill(
            Map<String, String> variables, BridgeSettings settings, Home home, Lifetime lifetime) {
        if (settings.databaseUrl().isPresent()) {
            check(settings);
            return;
        }
        if (settings.databaseUser().isPresent() || settings.databasePassword().isPresent()) {
            throw new ConfigurationException(
                    "DATABASE_USER and DATABASE_PASSWORD need DATABASE_URL beside them");
        }
        DatabaseAccess access = lifetime.add(LocalPostgres.start(home)).access();
        variables.put("DATABASE_URL", access.url());
        variables.put("DATABASE_USER", access.user());
        variables.put("DATABASE_PASSWORD", access.password());
    }

    private static void check(BridgeSettings settings) {
        if (!settings.databaseUrl().orElseThrow().startsWith("jdbc:postgresql:")) {
            throw new ConfigurationException(
                    "DATABASE_URL must be a JDBC URL such as"
                            + " jdbc:postgresql://db.example.com:5432/psabridge");
        }
        if (settings.databaseUser().isEmpty()) {
            throw new ConfigurationException("DATABASE_URL needs DATABASE_USER beside it");
        }
    }
}
