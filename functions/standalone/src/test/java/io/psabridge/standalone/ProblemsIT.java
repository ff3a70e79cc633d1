package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.seed.World;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each problem code that these routes give, provoked through HTTP, and read as the person who gets
 * it.
 */
class ProblemsIT {

    private static final Map<String, Object> NOTE =
            Map.of("text", "A note", "audience", "internal");

    @TempDir static Path home;

    private static RunningProduct product;
    private static List<DescribedOperation> operations;
    private static DescribedAnswers described;
    private static SandboxCompany company;
    private static String admin;
    private static String tickets;
    private static String connection;

    @BeforeAll
    static void connected() throws Exception {
        product = RunningProduct.start(home);
        operations = DescribedOperation.of(product);
        described = new DescribedAnswers(DescribedOperation.description(product));
        company = product.sandbox().demo();
        admin = product.admin("acme");
        connection = "/v1/connections/" + product.connect(admin, company);
        tickets = connection + "/tickets";
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @AfterEach
    void asBefore() {
        product.sandbox().faults().clear();
        company.reset();
    }

    @Test
    void invalidRequest() throws Exception {
        problem(post(admin, ticket() + "/notes", Map.of("text", "x")), 400, "invalid_request");
        problem(
                post(
                        admin,
                        ticket() + "/notes",
                        Map.of("text", "x", "audience", "internal", "notifyCustomer", true)),
                400,
                "invalid_request");
        problem(
                post(admin, tickets, Map.of("summary", "x".repeat(101), "companyId", "250")),
                400,
                "invalid_request");
        problem(product.get(admin, tickets + "?limit=201"), 400, "invalid_request");
        problem(product.get(admin, tickets + "?page=2"), 400, "invalid_request");
        problem(
                post(admin, ticket() + "/notes", Map.of("text", "a\0b", "audience", "internal")),
                400,
                "invalid_request");
    }

    @Test
    void invalidCursor() throws Exception {
        String cursor = product.get(admin, tickets + "?limit=1").get("nextCursor");

        problem(
                product.get(admin, tickets + "?limit=1&closed=true&cursor=" + cursor),
                400,
                "invalid_cursor");
        problem(product.get(admin, "/v1/ticket-links?cursor=" + cursor), 400, "invalid_cursor");
        assertThat(product.get(admin, tickets + "?limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void unauthenticated() throws Exception {
        Answer answer = product.send("POST", "/v1/connections", null, Map.of("wrong", "body"));

        problem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        problem(product.get("not.a.token", "/v1/connections"), 401, "unauthenticated");
    }

    @Test
    void insufficientScope() throws Exception {
        String reader = product.token("acme", "psa:read");

        problem(post(reader, ticket() + "/notes", NOTE), 403, "insufficient_scope");
        problem(
                post(product.token("acme", "psa:write"), connection + "/pause", null),
                403,
                "insufficient_scope");
    }

    @Test
    void notFoundIsTheSameForAnotherTenantsAndForNone() throws Exception {
        String other = product.admin("other");

        Answer theirs = product.get(other, connection);
        Answer nobodys = product.get(other, "/v1/connections/con_00000000000000000000000000");

        problem(theirs, 404, "not_found");
        assertThat(theirs.get("detail")).isEqualTo(nobodys.get("detail"));
        problem(product.get(admin, tickets + "/999999"), 404, "not_found");
        problem(product.get(admin, "/v1/nowhere"), 404, "not_found");
        problem(product.get(other, tickets), 404, "not_found");
        problem(post(other, ticket() + "/notes", NOTE), 404, "not_found");
        problem(product.send("DELETE", connection, other, null), 404, "not_found");
    }

    @Test
    void methodNotAllowed() throws Exception {
        problem(product.send("DELETE", "/v1/providers", null, null), 405, "method_not_allowed");
    }

    @Test
    void conflictWhenRotatingToAnotherCompany() throws Exception {
        SandboxCompany another = product.sandbox().newCompany(World.BASIC);
        Object credentials = product.connection(another.credentials()).get("credentials");

        problem(
                product.send(
                        "PUT",
                        connection + "/credentials",
                        admin,
                        Map.of("credentials", Objects.requireNonNull(credentials))),
                409,
                "conflict");
    }

    @Test
    void connectionPaused() throws Exception {
        post(admin, connection + "/pause", null);
        try {
            problem(post(admin, ticket() + "/notes", NOTE), 409, "connection_paused");
            problem(post(admin, connection + "/verify", null), 409, "connection_paused");
            assertThat(product.get(admin, ticket()).status()).isEqualTo(200);
        } finally {
            assertThat(post(admin, connection + "/resume", null).get("status"))
                    .isNotEqualTo("paused");
        }
    }

    @Test
    void payloadTooLarge() throws Exception {
        problem(
                post(
                        admin,
                        ticket() + "/notes",
                        Map.of("text", "x".repeat(1_100_000), "audience", "internal")),
                413,
                "payload_too_large");
    }

    @Test
    void unsupportedMediaType() throws Exception {
        problem(
                product.send(
                        HttpRequest.newBuilder(product.uri(ticket() + "/notes"))
                                .header("Authorization", "Bearer " + admin)
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))),
                415,
                "unsupported_media_type");
    }

    @Test
    void authenticationFailedSaysWhatToCheckAndStoresNothing() throws Exception {
        String stranger = product.admin("stranger");
        Map<String, String> wrong = new HashMap<>(company.credentials());
        wrong.put("privateKey", "canary-wrong-key-8831");

        Answer answer = post(stranger, "/v1/connections", product.connection(wrong));

        problem(answer, 422, "psa_authentication_failed");
        assertThat(answer.get("fix")).isNotBlank();
        assertThat(answer.text()).doesNotContain("canary-wrong-key-8831");
        assertThat(product.get(stranger, "/v1/connections").items()).isEmpty();
    }

    @Test
    void permissionDenied() throws Exception {
        company.allow(RoleItem.SERVICE_TICKETS, Action.EDIT, Level.NONE);

        Answer answer = post(admin, ticket() + "/notes", NOTE);

        problem(answer, 422, "psa_permission_denied");
        assertThat(answer.get("fix")).contains("Service Tickets");
    }

    @Test
    void rejectedWithThePsasOwnWords() throws Exception {
        company.demand(21, Set.of("type"));

        Answer answer =
                post(admin, tickets, Map.of("summary", "x", "companyId", "250", "boardId", "21"));

        problem(answer, 422, "psa_rejected");
        assertThat(answer.get("provider", "status")).isEqualTo("400");
    }

    @Test
    void siteNotAllowed() throws Exception {
        for (String host :
                List.of(
                        "169.254.169.254",
                        "localhost",
                        "10.0.0.1",
                        "http://psa.example.com",
                        "[::1]")) {
            problem(
                    post(
                            admin,
                            "/v1/connections",
                            Map.of(
                                    "provider",
                                    "connectwise",
                                    "name",
                                    "Test",
                                    "site",
                                    Map.of("host", host),
                                    "credentials",
                                    Map.of(
                                            "companyId",
                                            "acme",
                                            "publicKey",
                                            "pub1234",
                                            "privateKey",
                                            "pri1234"))),
                    422,
                    "psa_site_not_allowed");
        }
    }

    @Test
    void statusNotOnBoardListsThoseThereAre() throws Exception {
        Answer answer =
                product.send(
                        "PUT", ticket() + "/status", admin, Map.of("status", "No such status"));

        problem(answer, 422, "status_not_on_board");
        assertThat((List<?>) answer.json().get("errors")).isNotEmpty();
    }

    @Test
    void unavailable() throws Exception {
        String path = ticket();
        product.sandbox().order(Fault.of("503-html").forever());

        assertThat(problem(product.get(admin, path), 502, "psa_unavailable").get("retryable"))
                .isEqualTo("true");
    }

    @Test
    void badResponse() throws Exception {
        String path = ticket();
        product.sandbox().order(Fault.of("200-html").forever());

        problem(product.get(admin, path), 502, "psa_bad_response");
    }

    @Test
    void statusNotApplied() throws Exception {
        String path = ticket();
        String board = product.get(admin, path).get("board", "id");
        product.send("PUT", path + "/status", admin, Map.of("statusId", "511"));
        company.workflow(new WorkflowRule(Long.parseLong(board), 512, 511));

        problem(
                product.send("PUT", path + "/status", admin, Map.of("statusId", "512")),
                502,
                "psa_status_not_applied");
    }

    @Test
    void rateLimitedByThePsa() throws Exception {
        product.sandbox().order(Fault.of("429-json").forever());
        String limited = product.admin("limited");
        product.sandbox().faults().clear();
        String id = product.connect(limited, company);
        product.sandbox().order(Fault.of("429-json").forever());

        Answer answer = product.get(limited, "/v1/connections/" + id + "/tickets");

        problem(answer, 503, "psa_rate_limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3_600);
        // and it stays so without another call, though the PSA would answer again
        product.sandbox().faults().clear();
        product.sandbox().forgetReceived();
        problem(
                product.get(limited, "/v1/connections/" + id + "/tickets"),
                503,
                "psa_rate_limited");
        assertThat(product.sandbox().received()).isEmpty();
    }

    @Test
    void timeoutOfAReadMayBeRepeatedAndOneOfANoteMayNot() throws Exception {
        String patient = product.admin("patient");
        String base = "/v1/connections/" + product.connect(patient, company) + "/tickets";
        String ticket =
                base
                        + "/"
                        + firstTicket(
                                product.get(patient, base + "?closed=false&boardId=21&limit=1"));
        product.sandbox().order(Fault.of("no-answer").forever());

        assertThat(problem(product.get(patient, ticket), 504, "psa_timeout").get("retryable"))
                .isEqualTo("true");

        product.sandbox().faults().clear();
        product.sandbox()
                .order(Fault.of("no-answer-after-commit").on("POST", "/service/tickets/*/notes"));
        Answer note = post(patient, ticket + "/notes", NOTE);
        problem(note, 504, "psa_timeout");
        assertThat(note.get("retryable")).isEqualTo("false");
        assertThat(note.get("fix")).contains("Look in the PSA");
    }

    private static Answer post(String token, String path, @Nullable Object body) throws Exception {
        return product.send("POST", path, token, body);
    }

    /** An open ticket of the help desk. */
    private static String ticket() throws Exception {
        return tickets
                + "/"
                + firstTicket(product.get(admin, tickets + "?closed=false&boardId=21&limit=1"));
    }

    private static String firstTicket(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.firstId();
    }

    private static Answer problem(Answer answer, int status, String code) {
        described.check(operations, answer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.get("code")).isEqualTo(code);
        assertThat(answer.json())
                .containsKeys(
                        "type", "title", "status", "detail", "instance", "requestId", "retryable");
        assertThat(answer.header("X-Request-Id")).isEqualTo(answer.get("requestId"));
        return answer;
    }
}
