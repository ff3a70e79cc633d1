package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.testing.KmsStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product under a key of KMS: there, away, refused; and on its way there from a key ring. */
class KmsIT {

    private static final Map<String, String> AWAY =
            Map.of(
                    "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test");

    @TempDir Path home;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void aKeyOfItsOwn() {
        assumeTrue(KmsStandIn.find().isPresent(), KmsStandIn::whyNot);
        KmsStandIn kms = KmsStandIn.find().orElseThrow();
        variables.putAll(kms.environment());
        variables.put("KMS_KEY_ID", kms.newKey());
    }

    @Test
    void whileKmsIsAwayNothingIsLostAndEverybodyIsToldToComeBack() throws Exception {
        try (ConnectWiseSandbox sandbox = ConnectWiseSandbox.start()) {
            String admin;
            String tickets;
            RunningProduct first = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = first.process()) {
                admin = first.admin("acme");
                tickets = tickets(first.connect(admin, sandbox.demo()));
                assertThat(first.get(admin, tickets).status()).isEqualTo(200);
                assertThat(health(first).text()).isEqualTo("{\"status\":\"UP\"}");
            }
            assertThat(home.resolve(LocalKeys.FILE)).doesNotExist();

            variables.putAll(AWAY);
            RunningProduct second = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = second.process()) {
                assertThat(health(second).status()).isEqualTo(503);
                assertThat(health(second).text()).contains("key").doesNotContain("database");
                assertAway(second.get(admin, tickets));
                assertAway(
                        second.send(
                                "POST",
                                "/v1/connections",
                                admin,
                                second.connection(sandbox.demo().credentials())));
            }

            variables.putAll(KmsStandIn.find().orElseThrow().environment());
            RunningProduct third = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = third.process()) {
                assertThat(third.get(admin, tickets).status()).isEqualTo(200);
                assertThat(third.get(admin, "/v1/connections").items()).hasSize(1);
            }
        }
    }

    @Test
    void keysMoveFromTheRingInTheDataDirectoryToKms() throws Exception {
        try (ConnectWiseSandbox sandbox = ConnectWiseSandbox.start()) {
            String admin;
            String tickets;
            RunningProduct local = RunningProduct.start(home, sandbox, Map.of());
            try (BridgeProcess _ = local.process()) {
                admin = local.admin("acme");
                tickets = tickets(local.connect(admin, sandbox.demo()));
            }

            MaintenanceRun run = MaintenanceRun.of(home, variables, "rewrap", "");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).containsPattern("\"wrappedAnew\":[2-9]");

            Files.delete(home.resolve(LocalKeys.FILE));
            RunningProduct product = RunningProduct.start(home, sandbox, variables);
            try (BridgeProcess _ = product.process()) {
                assertThat(product.get(admin, tickets).status()).isEqualTo(200);
                assertThat(product.admin("acme")).isNotEmpty();
            }
        }
    }

    @Test
    void aKeyThatKmsDoesNotHaveIsOneLine() throws Exception {
        variables.put("KMS_KEY_ID", "alias/nowhere");

        BridgeProcess bridge = BridgeProcess.start(home, variables);

        assertThat(bridge.exitCode()).isEqualTo(2);
        assertThat(bridge.remainingOutput()).hasLineCount(1).contains("KMS_KEY_ID", "NotFound");
    }

    @Test
    void whoSealsUnderALocalRingLoadsNothingOfAws() throws Exception {
        Path loaded = home.resolve("loaded.log");
        try (BridgeProcess bridge =
                BridgeProcess.start(
                        home,
                        Map.of(
                                "PSA_BRIDGE_SANDBOX",
                                "on",
                                "JDK_JAVA_OPTIONS",
                                "-Xlog:class+load:file=" + loaded))) {
            String url = bridge.url();
            BridgeProcess.token(url, DemoTenant.ID);
            BridgeProcess.send(BridgeProcess.to(url + "/health"));
        }

        assertThat(Files.readString(loaded))
                .contains("io.psabridge.platform.keys.FernetKeyRing", "KeyHealth")
                .doesNotContain("software.amazon.awssdk");
    }

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.get("code")).isEqualTo("temporarily_unavailable");
        assertThat(answer.get("retryable")).isEqualTo("true");
    }

    private static Answer health(RunningProduct product) throws Exception {
        return product.send("GET", "/health", null, null);
    }

    private static String tickets(String connection) {
        return "/v1/connections/" + connection + "/tickets?limit=1";
    }
}
