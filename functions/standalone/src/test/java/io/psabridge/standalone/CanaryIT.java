package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import io.psabridge.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants secrets and looks for them in everything the product says. */
class CanaryIT {

    private static final String PUBLIC = "canaryPublic4471";
    private static final String PRIVATE = "canaryPrivate9932";
    private static final String WRONG = "canaryWrong5510";
    private static final String NOTE = "canaryNoteText7718";

    @TempDir Path home;

    @Test
    void noSecretIsInAnAnswerALogLineOrTheDatabaseInClear() throws Exception {
        List<String> answers = new ArrayList<>();
        List<String> aboutNotes = new ArrayList<>();
        String output;
        String token;
        String session;
        String callback;
        String signingKey;
        List<String> stored;
        try (TestDatabase database = TestDatabase.empty();
                ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
                RunningProduct product =
                        RunningProduct.start(
                                home,
                                sandbox,
                                Map.of(
                                        "DATABASE_URL", database.url(),
                                        "DATABASE_USER", database.user(),
                                        "DATABASE_PASSWORD", database.password(),
                                        "PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate(),
                                        "PSA_BRIDGE_PUBLIC_URL", "https://127.0.0.1:9"))) {
            SandboxCompany company = product.sandbox().newCompany(World.FULL).keys(PUBLIC, PRIVATE);
            token = product.admin("canary");
            session = product.send("POST", "/v1/connect-sessions", token, Map.of()).get("token");
            Map<String, Object> right = product.connection(company.credentials());
            Map<String, String> changed = new HashMap<>(company.credentials());
            changed.put("privateKey", WRONG);

            answers.add(
                    product.send("POST", "/v1/connections", token, product.connection(changed))
                            .text());
            Answer made = product.send("POST", "/v1/connections", token, right);
            answers.add(made.text());
            String connection = "/v1/connections/" + made.get("id");
            String tickets = connection + "/tickets";
            String id = product.get(token, tickets + "?limit=1").firstId();
            answers.add(product.get(token, connection).text());
            answers.add(product.get(session, connection).text());
            answers.add(product.send("POST", connection + "/verify", token, null).text());
            answers.add(
                    product.send(
                                    "PUT",
                                    connection + "/credentials",
                                    token,
                                    Map.of("credentials", Map.of("privateKey", WRONG)))
                            .text());
            Map<String, Object> note = Map.of("text", NOTE, "audience", "internal");
            assertThat(product.send("POST", tickets + "/" + id + "/notes", token, note).status())
                    .isEqualTo(201);
            SandboxPost post = new SandboxPost(product, company);
            post.awaitRegistrations();
            callback = post.token();
            signingKey = company.signingKey();
            assertThat(post.send(post.path(), post.deliver(1, "right")).status()).isEqualTo(204);
            answers.add(post.send(post.path(), post.deliver(1, "wrong")).text());
            answers.add(product.get(token, post.path()).text());
            answers.add(
                    post.send("/v1/callbacks/another/" + callback, post.deliver(1, "right"))
                            .text());
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
                answers.add(product.get(token, tickets + "/" + id).text());
                aboutNotes.add(
                        product.send("POST", tickets + "/" + id + "/notes", token, note).text());
                product.sandbox().faults().clear();
            }
            answers.add(product.get(token, "/v1/audit-events").text());
            company.revokeKeys();
            answers.add(product.get(token, tickets).text());
            answers.add(product.once("canary-key", connection + "/pause", token, null).text());
            stored = Stored.values(database);
            answers.add(product.send("DELETE", connection, token, null).text());
            product.process().terminate();
            output = product.process().remainingOutput();
        }

        String pair =
                Base64.getEncoder()
                        .encodeToString((PUBLIC + ":" + PRIVATE).getBytes(StandardCharsets.UTF_8));
        for (String said : answers) {
            assertThat(said).doesNotContain(NOTE);
        }
        // whoever posts a note is shown its text
        answers.addAll(aboutNotes);
        for (String said : answers) {
            assertThat(said)
                    .doesNotContain(PRIVATE, WRONG, PUBLIC, token, session)
                    .doesNotContain(callback, signingKey);
        }
        assertThat(stored).contains("canary", "connection.create");
        for (String value : stored) {
            assertThat(value)
                    .doesNotContain(PRIVATE, WRONG, PUBLIC, NOTE, token, session)
                    .doesNotContain(callback, signingKey);
        }
        assertThat(output)
                .contains("\"outcome\"")
                .doesNotContain(
                        PRIVATE,
                        WRONG,
                        PUBLIC,
                        NOTE,
                        token,
                        session,
                        callback,
                        signingKey,
                        pair,
                        pair.substring(pair.length() / 2));
    }
}
