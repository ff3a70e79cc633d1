package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.seed.World;
import io.psabridge.testing.TestAuthority;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A connection's life, over HTTP: checked, given new keys, paused, changed, deleted. */
class ConnectionsIT {

    private static final Map<String, Object> NOTE =
            Map.of("text", "A note", "audience", "internal");

    @TempDir static Path home;
    @TempDir static Path keys;

    private static RunningProduct product;
    private static TestAuthority authority;
    private static TlsFront front;

    private String admin;
    private SandboxCompany company;
    private String connection;

    @BeforeAll
    static void start() throws Exception {
        authority = TestAuthority.create(keys);
        ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
        front = new TlsFront(0, authority.server("ip:127.0.0.1"), sandbox.origin());
        product =
                RunningProduct.start(
                        home,
                        sandbox,
                        Map.of(
                                "PSA_BRIDGE_ALLOWED_PSA_HOSTS",
                                sandbox.origin() + "," + front.origin()));
    }

    @AfterAll
    static void stop() {
        product.close();
        front.close();
    }

    /** Each test has a tenant and a company of its own. */
    @BeforeEach
    void connected(TestInfo test) throws Exception {
        admin = product.admin(test.getTestMethod().orElseThrow().getName());
        company = product.sandbox().newCompany(World.FULL);
        connection = "/v1/connections/" + product.connect(admin, company);
    }

    @AfterEach
    void asBefore() {
        product.sandbox().faults().clear();
    }

    @Test
    void verifyMakesFiveChecksInTheirOrder() throws Exception {
        Answer answer = verify();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.get("ok")).isEqualTo("true");
        assertThat(answer.get("psaVersion")).isNotBlank();
        assertThat(names(answer))
                .containsExactly("address", "tls", "sign_in", "client_id", "rights");
        assertThat(checks(answer))
                .allSatisfy(check -> {
                    assertThat(check)
                            .containsEntry("ok", true)
                            .containsKeys("detail", "durationMs");
                });
    }

    @Test
    void aServerThatIsNoConnectWiseFailsAtItsAddress() throws Exception {
        product.sandbox().order(Fault.of("200-html").forever());

        assertThat(failing(verify())).isEqualTo("address");
    }

    @Test
    void aCertificateOfAnotherAuthorityFailsAtTls(@TempDir Path others) throws Exception {
        String secured = connectThroughFront();
        int port = front.port();
        front.close();
        front =
                new TlsFront(
                        port,
                        TestAuthority.create(others).server("ip:127.0.0.1"),
                        product.sandbox().origin());
        try {
            Answer answer = product.send("POST", secured + "/verify", admin, null);

            assertThat(failing(answer)).isEqualTo("tls");
            assertThat(names(answer)).containsExactly("address", "tls");
        } finally {
            front.close();
            front =
                    new TlsFront(
                            port, authority.server("ip:127.0.0.1"), product.sandbox().origin());
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsATimeout() throws Exception {
        product.sandbox().order(Fault.of("no-answer").forever());

        for (Answer answer :
                List.of(
                        verify(),
                        product.send(
                                "POST",
                                "/v1/connections",
                                admin,
                                product.connection(company.credentials())))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(504);
            assertThat(answer.get("code")).isEqualTo("psa_timeout");
        }
    }

    @Test
    void refusedKeysFailAtSignIn() throws Exception {
        company.revokeKeys();

        assertThat(failing(verify())).isEqualTo("sign_in");
        assertThat(status()).isEqualTo("unauthorized");
        company.restoreKeys();
        assertThat(verify().get("ok")).isEqualTo("true");
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void aBlockedClientIdFailsAtClientId() throws Exception {
        String refusal =
                "{\"code\":\"Forbidden\",\"message\":\"The client id is not allowed\",\"errors\":null}";
        for (String path : List.of("/system/info", "/service/tickets*")) {
            product.sandbox()
                    .order(
                            Fault.answer(403, "application/json", refusal, Map.of())
                                    .on("GET", path)
                                    .forever());
        }

        assertThat(failing(verify())).isEqualTo("client_id");
    }

    @Test
    void aMissingRightFailsAtRightsAndLimits() throws Exception {
        company.allow(RoleItem.CONTACTS, Action.INQUIRE, Level.NONE);

        Answer answer = verify();

        assertThat(failing(answer)).isEqualTo("rights");
        assertThat(names(answer)).hasSize(5);
        assertThat(status()).isEqualTo("limited");
    }

    @Test
    void theFirstStatusThatHoldsIsShown() throws Exception {
        assertThat(status()).isEqualTo("active");
        company.allow(RoleItem.CONTACTS, Action.INQUIRE, Level.NONE);
        verify();
        assertThat(status()).isEqualTo("limited");
        product.sandbox().order(Fault.of("503-html").forever());
        verify();
        assertThat(status()).isEqualTo("degraded");
        product.sandbox().faults().clear();
        company.revokeKeys();
        verify();
        assertThat(status()).isEqualTo("unauthorized");
        assertThat(product.get(admin, connection).get("statusReason", "code"))
                .isEqualTo("psa_authentication_failed");

        assertThat(send("POST", "/pause").get("status")).isEqualTo("paused");
        assertThat(send("POST", "/resume").get("status")).isEqualTo("unauthorized");
    }

    @Test
    void newKeysOfTheSameCompanyReplaceTheOldOnesAndABlankSecretKeepsIts() throws Exception {
        Map<String, String> member = company.addMember("Second", Rights.everything());
        String publicKey = Objects.requireNonNull(member.get("publicKey"));
        Answer rotated =
                rotate(
                        Map.of(
                                "publicKey", member.get("publicKey"),
                                "privateKey", member.get("privateKey")));
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.get("credentialHint", "publicKey"))
                .endsWith(publicKey.substring(publicKey.length() - 4));
        assertThat(rotated.text()).doesNotContain(member.get("privateKey"));

        Answer kept = rotate(Map.of("privateKey", "", "companyId", company.id()));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(kept.get("credentialHint", "publicKey"))
                .isEqualTo(rotated.get("credentialHint", "publicKey"));

        Answer refused = rotate(Map.of("privateKey", "canary-not-the-key"));
        assertThat(refused.get("code")).isEqualTo("psa_authentication_failed");
        assertThat(refused.text()).doesNotContain("canary-not-the-key");
        assertThat(product.get(admin, connection + "/tickets").status()).isEqualTo(200);

        Map<String, String> other = product.sandbox().newCompany(World.BASIC).credentials();
        assertThat(
                        rotate(
                                        Map.of(
                                                "companyId", other.get("companyId"),
                                                "publicKey", other.get("publicKey"),
                                                "privateKey", other.get("privateKey")))
                                .get("code"))
                .isEqualTo("conflict");
    }

    @Test
    void whilePausedNothingIsWrittenAndEverythingIsRead() throws Exception {
        String ticket =
                connection + "/tickets/" + product.get(admin, connection + "/tickets").firstId();
        Answer link =
                product.send(
                        "POST",
                        "/v1/ticket-links",
                        admin,
                        Map.of(
                                "connectionId",
                                connection.substring(connection.lastIndexOf('/') + 1),
                                "ticketId",
                                ticket.substring(ticket.lastIndexOf('/') + 1),
                                "record",
                                Map.of("type", "alert", "id", "1")));
        assertThat(send("POST", "/pause").status()).isEqualTo(200);
        assertThat(send("POST", "/pause").status()).isEqualTo(200);

        for (Answer refused :
                List.of(
                        verify(),
                        product.send(
                                "POST",
                                connection + "/tickets",
                                admin,
                                Map.of("summary", "x", "companyId", "250")),
                        product.send("PATCH", ticket, admin, Map.of("summary", "x")),
                        product.send("PUT", ticket + "/status", admin, Map.of("intent", "new")),
                        product.get(
                                admin, "/v1/ticket-links/" + link.get("id") + "?refresh=true"))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.get("code")).isEqualTo("connection_paused");
        }
        assertThat(product.get(admin, ticket).status()).isEqualTo(200);
        assertThat(product.get(admin, ticket + "/notes").status()).isEqualTo(200);
        assertThat(send("POST", "/resume").status()).isEqualTo(200);
        assertThat(send("POST", "/resume").status()).isEqualTo(200);
        assertThat(product.send("POST", ticket + "/notes", admin, NOTE).status()).isEqualTo(201);
    }

    @Test
    void aDeletedConnectionIsGone() throws Exception {
        assertThat(send("DELETE", "").status()).isEqualTo(204);

        for (Answer answer :
                List.of(
                        send("DELETE", ""),
                        send("GET", ""),
                        send("POST", "/verify"),
                        send("POST", "/pause"),
                        send("POST", "/resume"),
                        send("GET", "/tickets"),
                        rotate(Map.of("privateKey", "x")),
                        product.send("PATCH", connection, admin, Map.of("name", "x")))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.get("code")).isEqualTo("not_found");
        }
        assertThat(product.get(admin, "/v1/connections").items()).isEmpty();
    }

    @Test
    void settingsAreKeptClearedOrSet() throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "defaultBoardId",
                        "21",
                        "defaultNoteAudience",
                        "internal",
                        "statusIntents",
                        Map.of("21", Map.of("resolved", "517")));
        assertThat(change(Map.of("settings", settings)).json()).containsEntry("settings", settings);

        Answer renamed = change(Map.of("name", "Renamed"));
        assertThat(renamed.get("name")).isEqualTo("Renamed");
        assertThat(renamed.json()).containsEntry("settings", settings);

        Answer cleared =
                product.raw("PATCH", connection, admin, "{\"settings\":{\"defaultBoardId\":null}}");
        assertThat(cleared.json())
                .containsEntry(
                        "settings",
                        Map.of(
                                "defaultNoteAudience",
                                "internal",
                                "statusIntents",
                                Map.of("21", Map.of("resolved", "517"))));

        Answer another =
                change(
                        Map.of(
                                "settings",
                                Map.of("statusIntents", Map.of("22", Map.of("new", "520")))));
        assertThat(another.text())
                .contains(
                        "\"statusIntents\":{\"21\":{\"resolved\":\"517\"},\"22\":{\"new\":\"520\"}}");
        Answer board =
                product.raw(
                        "PATCH",
                        connection,
                        admin,
                        "{\"settings\":{\"statusIntents\":{\"21\":null}}}");
        assertThat(board.text()).contains("\"statusIntents\":{\"22\":{\"new\":\"520\"}}");

        Answer none = product.raw("PATCH", connection, admin, "{\"settings\":null}");
        assertThat(none.json()).containsEntry("settings", Map.of());

        for (Object wrong :
                Arrays.asList(
                        Map.of("name", " "),
                        Map.of("name", "x".repeat(201)),
                        Map.of("settings", Map.of("colour", "red")),
                        Map.of("settings", Map.of("defaultNoteAudience", "discussion")),
                        Map.of("provider", "autotask"))) {
            assertThat(change(wrong).get("code")).isEqualTo("invalid_request");
        }
    }

    @Test
    void aServerWithACertificateOfAPrivateAuthorityIsReachedOnceThatIsGiven() throws Exception {
        Answer without = product.send("POST", "/v1/connections", admin, body(front.origin(), null));
        assertThat(without.status()).isGreaterThanOrEqualTo(400);
        assertThat(without.get("fix")).contains("certificate");

        String secured = connectThroughFront();

        assertThat(product.get(admin, secured + "/tickets?limit=1").status()).isEqualTo(200);
        Answer verified = product.send("POST", secured + "/verify", admin, null);
        assertThat(verified.get("ok")).as(verified.text()).isEqualTo("true");
    }

    @Test
    void aCertificateThatCannotBeReadIsNamed() throws Exception {
        String pem = authority.pem();
        product.sandbox().forgetReceived();
        for (String wrong :
                List.of(
                        "no certificate",
                        pem.substring(0, pem.length() / 2),
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                        pem + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")) {
            Answer answer =
                    product.send("POST", "/v1/connections", admin, body(front.origin(), wrong));

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains("\"field\":\"site.caCertificate\"");
        }
        assertThat(product.sandbox().received()).isEmpty();
    }

    private String connectThroughFront() throws Exception {
        Answer made =
                product.send(
                        "POST", "/v1/connections", admin, body(front.origin(), authority.pem()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return "/v1/connections/" + made.get("id");
    }

    private Map<String, Object> body(String host, @Nullable String pem) {
        Map<String, Object> site = new HashMap<>(Map.of("host", host));
        if (pem != null) {
            site.put("caCertificate", pem);
        }
        Map<String, Object> body = new HashMap<>(product.connection(company.credentials()));
        body.put("site", site);
        return body;
    }

    private Answer verify() throws Exception {
        return send("POST", "/verify");
    }

    private Answer rotate(Map<String, String> credentials) throws Exception {
        return product.send(
                "PUT", connection + "/credentials", admin, Map.of("credentials", credentials));
    }

    private Answer change(Object body) throws Exception {
        return product.send("PATCH", connection, admin, body);
    }

    private Answer send(String method, String path) throws Exception {
        return product.send(method, connection + path, admin, null);
    }

    private String status() throws Exception {
        return product.get(admin, connection).get("status");
    }

    /** The one check that failed, which is the last and says what to do. */
    private static String failing(Answer verified) {
        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        assertThat(verified.get("ok")).isEqualTo("false");
        Map<?, ?> last = checks(verified).getLast();
        assertThat(last.get("ok")).isEqualTo(false);
        assertThat(last.get("detail")).asString().isNotBlank();
        assertThat(last.get("fix")).as(verified.text()).asString().isNotBlank();
        return String.valueOf(last.get("name"));
    }

    private static List<String> names(Answer verified) {
        return checks(verified).stream().map(check -> String.valueOf(check.get("name"))).toList();
    }

    @SuppressWarnings("unchecked") // a list of JSON objects
    private static List<Map<String, Object>> checks(Answer verified) {
        return (List<Map<String, Object>>) Objects.requireNonNull(verified.json().get("checks"));
    }
}
