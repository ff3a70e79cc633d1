package io.psabridge.functions.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.FunctionProcess;
import io.psabridge.testing.KmsStandIn;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The artifact as AWS runs it. */
class MaintenanceFunctionIT {

    private static final String RING = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void migratesAnEmptyDatabaseAndMayRunAgain() {
        try (FunctionHarness function = function(Map.of())) {
            assertThat(function.invoke("{}")).containsPattern("\"applied\":[1-9]");
            assertThat(function.invoke("{\"task\":\"migrate\"}")).contains("\"applied\":0");
            assertThat(function.invoke("{\"task\":\"dance\"}"))
                    .contains("no such task", "rewrap", "errorMessage");
        }
    }

    @Test
    void doesEachTaskThatNeedsTheProductsServices() {
        try (FunctionHarness function = function(Map.of("PSA_BRIDGE_FERNET_KEYS", RING))) {
            function.invoke("{}");

            assertThat(function.invoke("{\"task\":\"rewrap\"}")).contains("\"wrappedAnew\":0");
            assertThat(function.invoke("{\"task\":\"purge\"}")).contains("\"links\":0");
            assertThat(function.invoke("{\"task\":\"deleted-connections\"}")).isEqualTo("[]");
            assertThat(function.invoke("{\"task\":\"after-restore\",\"deleted\":[]}"))
                    .contains("\"deletedAgain\":0");
            assertThat(function.invoke("{\"task\":\"import\",\"site\":{}}"))
                    .contains("errorMessage", "site.host", "fernet");
        }
    }

    @Test
    void whatNeedsNoKeyRunsWithoutOne() {
        try (FunctionHarness function = function(Map.of())) {
            function.invoke("{}");

            assertThat(function.invoke("{\"task\":\"purge\"}")).contains("\"removed\"");
            assertThat(function.invoke("{\"task\":\"rewrap\"}"))
                    .contains("PSA_BRIDGE_FERNET_KEYS is missing");
        }
    }

    @Test
    void reachesKmsWithTheLibrariesOfTheArtifactAlone() {
        assumeTrue(KmsStandIn.find().isPresent(), KmsStandIn::whyNot);
        KmsStandIn kms = KmsStandIn.find().orElseThrow();
        try (FunctionHarness function =
                function(
                        Map.of("KMS_KEY_ID", kms.newKey(), "PSA_BRIDGE_FERNET_KEYS", RING),
                        kms.environment())) {
            function.invoke("{}");
            database.execute(
                    "INSERT INTO token_key (kid, purpose, wrapped_private_key)"
                            + " VALUES ('cursor-1', 'cursor', 'gAAAAAB-not-wrapped-here')");

            assertThat(function.invoke("{\"task\":\"rewrap\"}"))
                    .contains("errorMessage", "left as they are: 1");
            database.execute("DELETE FROM token_key");
            assertThat(function.invoke("{\"task\":\"rewrap\"}")).contains("\"wrappedAnew\":0");
        }
    }

    @SafeVarargs
    private FunctionHarness function(Map<String, String>... more) {
        FunctionProcess process =
                FunctionHarness.handler("io.psabridge.functions.maintenance.MaintenanceHandler")
                        .classPath(Path.of("target/maintenance.jar"))
                        .jarsOf(Path.of("target/lib"))
                        .environment("DATABASE_URL", database.url())
                        .environment("DATABASE_USER", database.user())
                        .environment("DATABASE_PASSWORD", database.password());
        for (Map<String, String> variables : more) {
            variables.forEach(process::environment);
        }
        return process.start();
    }
}
