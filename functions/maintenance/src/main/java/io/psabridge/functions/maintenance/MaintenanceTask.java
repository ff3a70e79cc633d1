package io.psabridge.functions.maintenance;

import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.ConfigurationException;
import java.util.Map;
import java.util.Set;

/** The tasks that an operator or a deployment runs. Each may run again. */
public final class MaintenanceTask {

    private static final String MIGRATE = "migrate";

    private MaintenanceTask() {}

    /**
     * Does what {@code request} asks for, {@code migrate} when it names no task; fails with any
     * exception when it could not.
     */
    public static Map<String, Object> run(BridgeSettings settings, Map<String, Object> request) {
        if (!Set.of("task").containsAll(request.keySet())) {
            throw new IllegalArgumentException("The task takes no other members than task");
        }
        Object task = request.getOrDefault("task", MIGRATE);
        if (!task.equals(MIGRATE)) {
            throw new IllegalArgumentException("There is no such task; there is: " + MIGRATE);
        }
        return Map.of("task", MIGRATE, "applied", migrate(settings));
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
