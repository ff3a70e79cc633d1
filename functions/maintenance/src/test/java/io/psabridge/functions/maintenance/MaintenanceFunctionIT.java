package io.psabridge.functions.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The artifact as AWS runs it. */
class MaintenanceFunctionIT {

    @Test
    void migratesAnEmptyDatabaseAndMayRunAgain() {
        try (TestDatabase database = TestDatabase.empty();
                FunctionHarness function =
                        FunctionHarness.handler(
                                        "io.psabridge.functions.maintenance.MaintenanceHandler")
                                .classPath(Path.of("target/maintenance.jar"))
                                .jarsOf(Path.of("target/lib"))
                                .environment("DATABASE_URL", database.url())
                                .environment("DATABASE_USER", database.user())
                                .environment("DATABASE_PASSWORD", database.password())
                                .start()) {
            assertThat(function.invoke("{}")).containsPattern("\"applied\":[1-9]");
            assertThat(function.invoke("{\"task\":\"migrate\"}")).contains("\"applied\":0");
            assertThat(function.invoke("{\"task\":\"dance\"}")).contains("no such task");
        }
    }
}
