package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.seed.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connect sessions, audit events and limits on guessing, over HTTP. */
class DoorsIT {

    private static final String SESSIONS = "/v1/connect-sessions";
    private static final String EVENTS = "/v1/audit-events";

    @TempDir static Path home;

    private static RunningProduct product;

    @BeforeAll
    static void start() throws Exception {
        product =
                RunningProduct.start(
                        home,
                        ConnectWiseSandbox.start(),
                        Map.of(
                                "PSA_BRIDGE_RETURN_ORIGINS", "https://app.example",
                                "PSA_BRIDGE_GUESS_LIMIT", "8/3"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @AfterEach
    void asBefore() {
        product.sandbox().faults().clear();
    }

    @Test
    void aSessionConnectsAPsaForItsTenantAndNothingElse() throws Exception {
        String admin = product.admin("pages");
        Answer session =
                product.send(
                        "POST",
                        SESSIONS,
                        admin,
                        Map.of(
                                "expiresInSeconds",
                                60,
                                "returnUrl",
                                "https://app.example/settings"));
        assertThat(session.status()).as(session.text()).isEqualTo(201);
        assertThat(session.header("Location")).isEqualTo(SESSIONS + "/" + session.get("id"));
        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.get("url")).endsWith("/connect#token=" + session.get("token"));
        assertThat(Instant.parse(session.get("expiresAt")))
                .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
        String page = session.get("token");

        String connection = "/v1/connections/" + product.connect(page, company());
        assertThat(product.get(admin, connection).status()).isEqualTo(200);
        assertThat(product.get(product.admin("others"), connection).status()).isEqualTo(404);
        Map<?, ?> event = (Map<?, ?>) product.get(admin, EVENTS).items().getFirst();
        assertThat(event.get("actor")).isEqualTo(Map.of("sub", "developer", "via", "page"));

        Answer another = product.send("POST", SESSIONS, page, Map.of());
        assertThat(another.status()).as(another.text()).isEqualTo(403);
        assertThat(another.get("code")).isEqualTo("insufficient_scope");

        assertThat(product.send("DELETE", SESSIONS + "/" + session.get("id"), admin, null).status())
                .isEqualTo(204);
        assertThat(product.get(page, connection).status()).isEqualTo(401);
        assertThat(product.send("DELETE", SESSIONS + "/" + session.get("id"), admin, null).status())
                .isEqualTo(404);
    }

    /** Those of them that this version has refuse a page; none is ever open to one. */
    @Test
    void whatAPageMayNotDoIsClosedToIt() throws Exception {
        String page =
                product.send("POST", SESSIONS, product.admin("closed"), Map.of()).get("token");

        for (List<String> route :
                List.of(
                        List.of("POST", SESSIONS),
                        List.of("PUT", "/v1/users"),
                        List.of("DELETE", "/v1/users/1"),
                        List.of("POST", "/mcp"))) {
            Answer answer = product.send(route.get(0), route.get(1), page, Map.of());
            assertThat(answer.status()).as(route + " " + answer.text()).isIn(403, 404, 405);
        }
    }

    @Test
    void aWrongSessionIsRefused() throws Exception {
        String admin = product.admin("wrong");
        String absent = "{\"expiresInSeconds\":null,\"returnUrl\":null}";
        assertThat(product.raw("POST", SESSIONS, admin, absent).status()).isEqualTo(201);

        for (Map<String, ?> wrong :
                List.of(
                        Map.of("expiresInSeconds", 59),
                        Map.of("expiresInSeconds", 1801),
                        Map.of("expiresInSeconds", "900"),
                        Map.of("expiresInSeconds", 60.5),
                        Map.of("returnUrl", "https://evil.example/"),
                        Map.of("returnUrl", "https://app.example/" + "x".repeat(2_000)),
                        Map.of("returnUrl", 7),
                        Map.of("tenantId", "others"))) {
            Answer answer = product.send("POST", SESSIONS, admin, wrong);
            assertThat(answer.status()).as(wrong + " " + answer.text()).isEqualTo(400);
            assertThat(answer.get("code")).isEqualTo("invalid_request");
        }
        assertThat(
                        product.send(
                                        "POST",
                                        SESSIONS,
                                        product.token("wrong", "psa:write"),
                                        Map.of())
                                .get("code"))
                .isEqualTo("insufficient_scope");
    }

    @Test
    void everyWriteLeavesAnEventAlsoWhenItIsRefusedOrFails() throws Exception {
        String admin = product.admin("audited");
        SandboxCompany company = company();
        Map<String, String> wrong = new HashMap<>(company.credentials());
        wrong.put("privateKey", "canary-audit-key");
        product.send("POST", "/v1/connections", admin, product.connection(wrong));
        String id = product.connect(admin, company);
        String connection = "/v1/connections/" + id;
        String ticket =
                connection + "/tickets/" + product.get(admin, connection + "/tickets").firstId();
        Map<String, Object> note = Map.of("text", "canary-audit-note", "audience", "internal");
        product.send("POST", ticket + "/notes", admin, note);
        product.send("POST", connection + "/pause", admin, null);
        product.send("PATCH", ticket, admin, Map.of("summary", "x"));
        product.send("POST", connection + "/resume", admin, null);
        product.sandbox().order(Fault.of("503-html").forever());
        Answer failed = product.send("PATCH", ticket, admin, Map.of("summary", "x"));

        Answer events = product.get(admin, EVENTS);

        assertThat(events.items().stream().map(DoorsIT::told))
                .containsExactly(
                        "ticket.update failed psa_unavailable",
                        "connection.resume ok null",
                        "ticket.update refused connection_paused",
                        "connection.pause ok null",
                        "note.post ok null",
                        "connection.create ok null",
                        "connection.create refused psa_authentication_failed");
        Map<?, ?> newest = (Map<?, ?>) events.items().getFirst();
        assertThat(newest.get("requestId")).isEqualTo(failed.header("X-Request-Id"));
        assertThat(newest.get("connectionId")).isEqualTo(id);
        assertThat(newest.get("subject"))
                .isEqualTo(
                        Map.of(
                                "type",
                                "ticket",
                                "id",
                                ticket.substring(ticket.lastIndexOf('/') + 1)));
        assertThat(newest.get("actor")).isEqualTo(Map.of("sub", "developer", "via", "api"));
        assertThat(events.text()).doesNotContain("canary-audit");
    }

    @Test
    void eventsAreSelectedAndGoOnWhereAPageEnded() throws Exception {
        String admin = product.admin("selected");
        SandboxCompany company = company();
        String one = product.connect(admin, company);
        String two = product.connect(admin, company);

        Answer first = product.get(admin, EVENTS + "?limit=1");
        Answer second = product.get(admin, EVENTS + "?limit=1&cursor=" + first.get("nextCursor"));
        assertThat(((Map<?, ?>) first.items().getFirst()).get("connectionId")).isEqualTo(two);
        assertThat(((Map<?, ?>) second.items().getFirst()).get("connectionId")).isEqualTo(one);
        assertThat(second.json()).doesNotContainKey("nextCursor");
        assertThat(product.get(admin, EVENTS + "?connectionId=" + one).items()).hasSize(1);
        String later = Instant.now().plus(Duration.ofMinutes(1)).toString();
        assertThat(product.get(admin, EVENTS + "?since=" + later).items()).isEmpty();
        assertThat(product.get(admin, EVENTS + "?since=2020-01-01T00:00:00Z").items()).hasSize(2);

        for (String query :
                List.of(
                        "since=yesterday",
                        "since=%2B999999999-01-01T00:00:00Z",
                        "limit=0",
                        "limit=201",
                        "action=x",
                        "connectionId=")) {
            assertThat(product.get(admin, EVENTS + "?" + query).get("code"))
                    .as(query)
                    .isEqualTo("invalid_request");
        }
        String elsewhere = EVENTS + "?connectionId=" + one + "&cursor=" + first.get("nextCursor");
        assertThat(product.get(admin, elsewhere).get("code")).isEqualTo("invalid_cursor");
        assertThat(product.get(product.admin("others"), EVENTS + "?connectionId=" + one).items())
                .isEmpty();
        assertThat(product.get(product.token("selected", "psa:write"), EVENTS).get("code"))
                .isEqualTo("insufficient_scope");
        assertThat(product.send("DELETE", EVENTS, admin, null).status()).isEqualTo(405);
    }

    @Test
    void afterTooManyRefusedKeysThePsaIsNotAskedAgain() throws Exception {
        String admin = product.admin("guesser");
        SandboxCompany company = company();
        Map<String, String> wrong = new HashMap<>(company.credentials());
        wrong.put("privateKey", "not-the-key");
        for (int i = 0; i < 3; i++) {
            assertThat(
                            product.send(
                                            "POST",
                                            "/v1/connections",
                                            admin,
                                            product.connection(wrong))
                                    .get("code"))
                    .isEqualTo("psa_authentication_failed");
        }
        product.sandbox().forgetReceived();

        Answer answer =
                product.send(
                        "POST",
                        "/v1/connections",
                        admin,
                        product.connection(company.credentials()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.get("code")).isEqualTo("rate_limited");
        assertThat(answer.get("retryable")).isEqualTo("true");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(600, 900);
        assertThat(product.sandbox().received()).isEmpty();
        assertThat(told(product.get(admin, EVENTS).items().getFirst()))
                .isEqualTo("connection.create refused rate_limited");
        product.connect(product.admin("innocent"), company);
    }

    private static SandboxCompany company() {
        return product.sandbox().newCompany(World.FULL);
    }

    private static String told(Object item) {
        Map<?, ?> event = (Map<?, ?>) Objects.requireNonNull(item);
        return event.get("action") + " " + event.get("outcome") + " " + event.get("code");
    }
}
