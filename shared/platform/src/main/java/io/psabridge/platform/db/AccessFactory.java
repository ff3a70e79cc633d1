package io.psabridge.platform.db;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import jakarta.inject.Singleton;

/** The database that the environment names, unless whoever starts the process brings one. */
@Factory
final class AccessFactory {

    @Singleton
    @Requires(missingBeans = DatabaseAccess.class)
    DatabaseAccess access(BridgeSettings settings) {
        return new DatabaseAccess(
                settings.databaseUrl()
                        .orElseThrow(() -> new ConfigurationException("DATABASE_URL is missing")),
                settings.databaseUser().orElse(""),
                settings.databasePassword().orElse(""));
    }
}
