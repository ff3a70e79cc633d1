package io.psabridge.functions.maintenance;

import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.util.Map;
import java.util.Set;

/** Brings the database to the tables of this version. */
final class MigrateTask implements Task {

    @Override
    public Set<String> members() {
        return Set.of();
    }

    @Override
    public Object run(BridgeSettings settings, Members request) {
        return Map.of("task", MaintenanceTask.MIGRATE, "applied", migrate(settings));
    }

    private static int migrate(BridgeSettings settings) {
        return Migrations.migrate(
                settings.databaseUrl()
                        .orElseThrow(() -> new ConfigurationException("DATABASE_URL is missing")),
                settings.databaseUser()
                        .orElseThrow(() -> new ConfigurationException("DATABASE_USER is missing")),
                settings.databasePassword().orElse(null));
    }
}
