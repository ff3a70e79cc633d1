package io.psabridge.functions.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.migration.Migrations;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.testing.FunctionHarness;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The artifact's second handler, as a schedule calls it. */
class DeliveryFunctionIT {

    @Test
    void looksForDueNotesWhateverTheEventSays() {
        try (TestDatabase database = TestDatabase.empty()) {
            Migrations.migrate(database.url(), database.user(), database.password());
            try (FunctionHarness function =
                    FunctionHarness.handler("io.psabridge.functions.notes.DeliveryHandler")
                            .classPath(Path.of("target/notes.jar"))
                            .jarsOf(Path.of("target/lib"))
                            .environment("DATABASE_URL", database.url())
                            .environment("DATABASE_USER", database.user())
                            .environment("DATABASE_PASSWORD", database.password())
                            .environment("PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate())
                            .start()) {
                assertThat(function.invoke("{}")).isEqualTo("{\"started\":0}");
                assertThat(function.invoke("{\"source\":\"aws.scheduler\"}"))
                        .isEqualTo("{\"started\":0}");
                assertThat(function.output())
                        .contains("{\"_aws\":{", "\"Namespace\":\"PsaBridge\"")
                        .contains("\"WorkDue\":0,", "\"OldestDueSeconds\":0.0,");
            }
        }
    }
}
