package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.keys.FernetKeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product as a person runs it. */
class ProductIT {

    private static final Map<String, String> DEMO = Map.of("PSA_BRIDGE_SANDBOX", "on");

    @TempDir Path home;

    @Test
    void theTourEndsWell() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(home, DEMO)) {
            Process tour =
                    new ProcessBuilder("sh", "../../docs/tour.sh", bridge.url())
                            .redirectErrorStream(true)
                            .start();
            String output = tour.inputReader().readAllAsString();

            assertThat(tour.waitFor()).as(output).isZero();
            assertThat(output).endsWith("The tour is done.\n");
        }
    }

    @Test
    void whatItStartsHasNoSecretOnItsCommandLine() throws Exception {
        String ring = FernetKeyRing.generate();
        try (BridgeProcess bridge =
                BridgeProcess.start(home, Map.of("PSA_BRIDGE_FERNET_KEYS", ring))) {
            bridge.url();

            assertThat(bridge.commandLines())
                    .contains("psa-bridge.jar", "bin/postgres")
                    .doesNotContain(ring, Files.readString(home.resolve("postgres-password")));
        }
    }

    @Test
    void dataSurvivesARestartAndAKill() throws Exception {
        BridgeProcess first = BridgeProcess.start(home, DEMO);
        String connections = connections(first.url());
        assertThat(connections).contains("Demo ConnectWise", "\"status\":\"active\"");
        assertThat(first.terminate()).isZero();

        BridgeProcess second = BridgeProcess.start(home, DEMO);
        assertThat(connections(second.url())).isEqualTo(connections);
        second.kill();

        try (BridgeProcess third = BridgeProcess.start(home, DEMO)) {
            assertThat(connections(third.url())).isEqualTo(connections);
        }
    }

    @Test
    void aSecondProcessOnTheSameHomeEndsWithTwoAndNamesIt() throws Exception {
        try (BridgeProcess first = BridgeProcess.start(home, Map.of())) {
            first.url();
            BridgeProcess second = BridgeProcess.start(home, Map.of());

            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.remainingOutput()).hasLineCount(1).contains(home.toString());
        }
    }

    @Test
    void aWrongVariableEndsWithTwoAndOneLine() throws Exception {
        BridgeProcess bridge = BridgeProcess.start(home, Map.of("PORT", "many"));

        assertThat(bridge.exitCode()).isEqualTo(2);
        assertThat(bridge.remainingOutput()).hasLineCount(1).contains("PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, mysql://somewhere, DATABASE_URL",
        "PSA_BRIDGE_FERNET_KEYS, not-a-key, PSA_BRIDGE_FERNET_KEYS",
        "PSA_BRIDGE_ALLOWED_PSA_HOSTS, 10.0.0.1, PSA_BRIDGE_ALLOWED_PSA_HOSTS",
        "PSA_BRIDGE_JWT_ISSUERS, https://issuer.example, PSA_BRIDGE_JWT_AUDIENCE",
    })
    void eachWrongVariableIsNamed(String variable, String value, String named) throws Exception {
        BridgeProcess bridge = BridgeProcess.start(home, Map.of(variable, value));

        assertThat(bridge.exitCode()).isEqualTo(2);
        assertThat(bridge.remainingOutput()).hasLineCount(1).contains(named);
    }

    @Test
    void aDatabaseThatIsNotThereIsOneClearLine() throws Exception {
        BridgeProcess bridge =
                BridgeProcess.start(
                        home,
                        Map.of(
                                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/psa",
                                "DATABASE_USER", "psa",
                                "DATABASE_PASSWORD", "canary-db-password"));

        assertThat(bridge.exitCode()).isEqualTo(2);
        assertThat(bridge.remainingOutput())
                .hasLineCount(1)
                .contains("DATABASE_URL", "127.0.0.1:1")
                .doesNotContain("canary-db-password");
    }

    @Test
    void developmentTokensRefuseToBeReachable() throws Exception {
        BridgeProcess bridge = BridgeProcess.start(home, Map.of("BIND_ADDRESS", "0.0.0.0"));

        assertThat(bridge.exitCode()).isEqualTo(2);
        assertThat(bridge.remainingOutput()).hasLineCount(1).contains("BIND_ADDRESS");
    }

    @Test
    void maintenanceMigratesTheDataDirectoryOfAStoppedProduct() throws Exception {
        BridgeProcess command = BridgeProcess.start(home, Map.of(), "maintenance", "migrate");

        assertThat(command.exitCode()).isZero();
        assertThat(command.remainingOutput()).contains("\"task\":\"migrate\"");
    }

    @Test
    void theDescriptionThePageAndProblemsNeedNoToken() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(home, Map.of())) {
            String url = bridge.url();

            assertThat(get(url + "/openapi.yml"))
                    .startsWith("openapi: 3.1")
                    .contains("/v1/ticket-links/{id}/notes", "/v1/providers");
            assertThat(get(url + "/docs")).contains("swagger-ui-bundle.js").doesNotContain("//cdn");
            assertThat(get(url + "/docs/swagger-ui.css")).contains(".swagger-ui");
            assertThat(get(url + "/docs/problems")).contains("id=\"not_found\"");
            assertThat(get(url + "/nowhere")).contains("\"code\":\"not_found\"");
        }
    }

    private static String connections(String url) throws IOException, InterruptedException {
        return BridgeProcess.send(
                        BridgeProcess.to(url + "/v1/connections")
                                .header(
                                        "Authorization",
                                        "Bearer " + BridgeProcess.token(url, DemoTenant.ID)))
                .body();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return BridgeProcess.send(BridgeProcess.to(url)).body();
    }
}
