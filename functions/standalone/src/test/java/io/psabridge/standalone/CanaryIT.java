package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyWrappers;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import io.psabridge.testing.KmsStandIn;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants secrets and looks for them in everything the product says, with all loggers of all
 * libraries at their loudest.
 */
class CanaryIT {

    private static final String PUBLIC = "canaryPublic4471";
    private static final String PRIVATE = "canaryPrivate9932";
    private static final String WRONG = "canaryWrong5510";
    private static final String NOTE = "canaryNoteText7718";
    private static final String PASSWORD = "canaryDatabasePassword3301";
    private static final String FORGED = "canaryForgedToken8846";
    private static final String KEY = "canaryIdempotencyKey1205";

    private final Canaries canaries = new Canaries();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> answers = new ArrayList<>();

    @TempDir Path home;

    @Test
    void underAKeyRingNoSecretIsInAnAnswerALogLineOrTheDatabaseInClear() throws Exception {
        String ring = FernetKeyRing.generate();
        variables.put("PSA_BRIDGE_FERNET_KEYS", ring);
        canaries.plant("key ring", ring);
        canaries.plant("key of the ring", Base64.getUrlDecoder().decode(ring));

        isSilent();
    }

    @Test
    void underKmsNoSecretIsInAnAnswerALogLineOrTheDatabaseInClear() throws Exception {
        assumeTrue(KmsStandIn.find().isPresent(), KmsStandIn::whyNot);
        KmsStandIn kms = KmsStandIn.find().orElseThrow();
        variables.putAll(kms.environment());
        variables.put("KMS_KEY_ID", kms.newKey());
        variables.put("AWS_SECRET_ACCESS_KEY", "canaryAwsSecret6623");
        variables.put("AWS_SESSION_TOKEN", "canaryAwsSession2288");
        canaries.plant("AWS secret", "canaryAwsSecret6623");
        canaries.plant("AWS session", "canaryAwsSession2288");
        kms.useHere();
        try {
            isSilent();
        } finally {
            kms.leave();
        }
    }

    private void isSilent() throws Exception {
        variables.put("PSA_BRIDGE_PUBLIC_URL", "https://127.0.0.1:9");
        canaries.plant("public key", PUBLIC);
        canaries.plant("private key", PRIVATE);
        canaries.plant("basic credentials", PUBLIC + ":" + PRIVATE);
        canaries.plant("wrong key", WRONG);
        canaries.plant("note", NOTE);
        canaries.plant("database password", PASSWORD);
        canaries.plant("forged token", FORGED);
        canaries.plant("idempotency key", KEY);
        List<String> stored;
        String output;
        try (TestDatabase database = TestDatabase.empty();
                ConnectWiseSandbox sandbox = ConnectWiseSandbox.start()) {
            variables.put("DATABASE_URL", database.url());
            variables.put("DATABASE_USER", database.user());
            variables.put("DATABASE_PASSWORD", PASSWORD);
            try (RunningProduct product = RunningProduct.loud(home, sandbox, variables)) {
                String token = product.admin("canary");
                String connection = use(product, token, database);
                for (byte[] key :
                        OpenedKeys.of(database, KeyWrappers.of(BridgeSettings.from(variables)))) {
                    canaries.plant("data key", key);
                }
                stored = Stored.values(database);
                canaries.areAbsentFrom("a command line", product.process().commandLines());
                String flags = jvmFlags(product);
                canaries.areAbsentFrom("a flag of the JVM", flags);
                assertThat(flags).contains("UseSerialGC").doesNotContain("HeapDump", "ErrorFile");
                keep(product.send("DELETE", connection, token, null));
                product.process().terminate();
                output = product.process().output();
            }
        }

        answers.forEach(answer -> canaries.areAbsentFrom("an answer", answer));
        assertThat(stored).contains("canary", "connection.create");
        stored.forEach(value -> canaries.areAbsentFrom("the database", value));
        assertThat(output).contains(LoudMain.LOUD, "\"outcome\"");
        canaries.areAbsentFrom("a log line", output);
    }

    /** The path of the connection that it made. */
    private String use(RunningProduct product, String token, TestDatabase database)
            throws Exception {
        SandboxCompany company = product.sandbox().newCompany(World.FULL).keys(PUBLIC, PRIVATE);
        String session = product.send("POST", "/v1/connect-sessions", token, Map.of()).get("token");
        canaries.plant("token", token);
        canaries.plant("session", session);
        Map<String, Object> right = product.connection(company.credentials());
        Map<String, String> changed = new HashMap<>(company.credentials());
        changed.put("privateKey", WRONG);

        keep(product.get(FORGED, "/v1/connections"));
        keep(product.get(token.substring(0, token.length() - 4), "/v1/connections"));
        keep(product.send("POST", "/v1/connections", token, product.connection(changed)));
        keep(product.raw("POST", "/v1/connections", token, "{\"credentials\":\"" + WRONG));
        Answer made = keep(product.once(KEY, "/v1/connections", token, right));
        String connection = "/v1/connections/" + made.get("id");
        String tickets = connection + "/tickets";
        String id = product.get(token, tickets + "?limit=1").firstId();
        String notes = tickets + "/" + id + "/notes";
        keep(product.get(token, connection));
        keep(product.get(session, connection));
        keep(product.send("POST", connection + "/verify", token, null));
        Map<String, Object> wrong = Map.of("credentials", Map.of("privateKey", WRONG));
        keep(product.send("PUT", connection + "/credentials", token, wrong));
        Map<String, Object> note = Map.of("text", NOTE, "audience", "internal");
        assertThat(product.send("POST", notes, token, note).status()).isEqualTo(201);
        isTold(product, new SandboxPost(product, company), token);
        for (String effect :
                List.of(
                        "reset-after-commit",
                        "500",
                        "502-html",
                        "200-html",
                        "200-truncated",
                        "429-html",
                        "no-answer")) {
            product.sandbox().order(Fault.of(effect).forever());
            keep(product.get(token, tickets + "/" + id));
            keepNote(product.send("POST", notes, token, note));
            product.sandbox().faults().clear();
        }
        database.execute("ALTER TABLE note_post ADD CONSTRAINT never CHECK (false) NOT VALID");
        keepNote(product.send("POST", notes, token, note));
        keep(product.get(token, "/v1/audit-events"));
        company.revokeKeys();
        keep(product.get(token, tickets));
        keep(product.once(KEY + "2", connection + "/pause", token, null));
        return connection;
    }

    /** The PSA posts messages, right and forged. */
    private void isTold(RunningProduct product, SandboxPost post, String token) throws Exception {
        post.awaitRegistrations();
        canaries.plant("callback token", post.token());
        canaries.plant("signing key", post.company().signingKey());
        assertThat(keep(post.send(post.path(), post.deliver(1, "right"))).status()).isEqualTo(204);
        keep(post.send(post.path(), post.deliver(1, "wrong")));
        keep(product.get(token, post.path()));
        String elsewhere = "/v1/callbacks/another/" + post.token();
        keep(post.send(elsewhere, post.deliver(1, "right")));
    }

    /** A tenant is told its own note, in the member that holds it. */
    private void keepNote(Answer answer) {
        answers.add(
                answer.text().replace("\"text\":\"" + NOTE + "\"", "")
                        + answer.response().headers().map());
    }

    private Answer keep(Answer answer) {
        answers.add(answer.text() + answer.response().headers().map());
        return answer;
    }

    /** Where the JVM would write its memory, among others. */
    private static String jvmFlags(RunningProduct product) throws Exception {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(product.process().handle().pid()),
                                "VM.flags")
                        .redirectErrorStream(true)
                        .start();
        return jcmd.inputReader().readAllAsString();
    }
}
