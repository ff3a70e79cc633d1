package io.psabridge.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks on the command line, beside a product that runs on a PostgreSQL of one's own. */
class MaintenanceIT {

    private static final String RING = FernetKeyRing.generate();

    @TempDir Path home;
    @TempDir Path elsewhere;

    private final TestDatabase database = TestDatabase.empty();
    private final Map<String, String> variables = new HashMap<>();
    private RunningProduct product;
    private String token;

    @BeforeEach
    void start() throws Exception {
        variables.put("DATABASE_URL", database.url());
        variables.put("DATABASE_USER", database.user());
        variables.put("DATABASE_PASSWORD", database.password());
        variables.put("PSA_BRIDGE_FERNET_KEYS", RING);
        ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
        product = RunningProduct.start(home, sandbox, variables);
        variables.putAll(RunningProduct.environment(sandbox));
        token = product.admin("acme");
    }

    @AfterEach
    void stop() {
        product.close();
        database.close();
    }

    @Test
    void anImportedConnectionServesAtOnce() throws Exception {
        MaintenanceRun run = importing(product.sandbox().demo().credentials());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).hasLineCount(1);
        String id = String.valueOf(JSON.std.mapFrom(run.out()).get("connectionId"));
        assertThat(product.get(token, "/v1/connections/" + id + "/tickets").status())
                .isEqualTo(200);
        assertThat(run.out() + run.err())
                .doesNotContain(product.sandbox().demo().credentials().get("privateKey"));
    }

    @Test
    void aRefusedImportIsOneLineAndStoresNothing() throws Exception {
        Map<String, String> wrong = new HashMap<>(product.sandbox().demo().credentials());
        wrong.put("privateKey", "canary-private-51");

        MaintenanceRun run = importing(wrong);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("psa_authentication_failed: ")
                .doesNotContain("canary-private-51");
        assertThat(product.get(token, "/v1/connections").items()).isEmpty();
    }

    @Test
    void aRequestThatIsWrongIsOneLineThatNamesWhatIsWrong() throws Exception {
        assertRefused(run("import", "{}"), "site");
        assertRefused(run("import", "{\"site\":{\"host\":\"h\"},\"name\":7}"), "name");
        assertRefused(run("import", "{\"site\":{\"host\":\"h\"}}"), "tenantId is missing");
        assertRefused(run("purge", "{\"all\":true}"), "all");
        assertRefused(run("after-restore", "{}"), "deleted");
        assertRefused(run("dance", ""), "no such task");
        assertRefused(run("purge", "no JSON"), "JSON");
    }

    @Test
    void aDeletedConnectionIsListedAndDeletedAgainAfterARestore() throws Exception {
        String gone = product.connect(token, product.sandbox().demo());
        String stays = product.connect(token, product.sandbox().demo());
        product.close();
        try (TestDatabase backup = TestDatabase.from(database)) {
            Map<String, String> restored = new HashMap<>(variables);
            restored.put("DATABASE_URL", backup.url());
            product = RunningProduct.start(home, ConnectWiseSandbox.start(), variables);
            assertThat(product.send("DELETE", "/v1/connections/" + gone, token, null).status())
                    .isEqualTo(204);

            MaintenanceRun list = run("deleted-connections", "");
            assertThat(list.exitCode()).as(list.err()).isZero();
            List<Object> deleted = JSON.std.listFrom(list.out());
            assertThat(deleted)
                    .singleElement()
                    .satisfies(one ->
                            assertThat((Map<?, ?>) one)
                                    .hasToString(
                                            "{tenantId=acme, connectionId="
                                                    + gone
                                                    + ", deletedAt="
                                                    + ((Map<?, ?>) one).get("deletedAt")
                                                    + "}"));

            MaintenanceRun after =
                    MaintenanceRun.of(
                            elsewhere,
                            restored,
                            "after-restore",
                            "{\"deleted\":" + list.out() + "}");
            assertThat(after.exitCode()).as(after.err()).isZero();
            assertThat(after.out()).contains("\"deletedAgain\":1");
            try (RunningProduct second =
                    RunningProduct.start(elsewhere, ConnectWiseSandbox.start(), restored)) {
                String admin = second.admin("acme");
                assertThat(second.get(admin, "/v1/connections/" + gone).status()).isEqualTo(404);
                assertThat(second.get(admin, "/v1/connections/" + stays).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aTicketThatTheBackupDoesNotKnowIsNotMadeTwice() throws Exception {
        String tickets =
                "/v1/connections/" + product.connect(token, product.sandbox().demo()) + "/tickets";
        Map<String, String> wanted =
                Map.of("summary", "MadeOnce", "companyId", "250", "dedupeKey", "alert-17");
        Answer before = product.send("POST", tickets, token, wanted);
        assertThat(before.status()).as(before.text()).isEqualTo(201);
        database.execute("DELETE FROM ticket_create");

        MaintenanceRun run = run("after-restore", "{\"deleted\":[]}");
        Answer after = product.send("POST", tickets, token, wanted);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(after.status()).as(after.text()).isEqualTo(200);
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("deduplicated")).isEqualTo("true");
        assertThat(product.get(token, tickets + "?q=MadeOnce").items()).hasSize(1);
    }

    @Test
    void aPurgeSaysWhatWent() throws Exception {
        product.connect(token, product.sandbox().demo());

        MaintenanceRun run = run("purge", "");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"links\":0", "\"notePosts\":0", "\"connections\":0");
    }

    private MaintenanceRun importing(Map<String, String> credentials) throws Exception {
        Map<String, String> stored = new HashMap<>(credentials);
        stored.remove("clientId");
        String fernet =
                Token.generate(
                                new SecureRandom(),
                                new Key(RING),
                                JSON.std.asString(stored).getBytes(UTF_8))
                        .serialise();
        return run(
                "import",
                JSON.std.asString(
                        Map.of(
                                "tenantId", "acme",
                                "provider", "connectwise",
                                "name", "Imported",
                                "site", Map.of("host", product.sandbox().origin()),
                                "fernet", fernet)));
    }

    private MaintenanceRun run(String task, String request)
            throws IOException, InterruptedException {
        return MaintenanceRun.of(elsewhere, variables, task, request);
    }

    private static void assertRefused(MaintenanceRun run, String named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains(named);
    }
}
