package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that carry a key, as a client sends them. */
class IdempotencyIT {

    private static final Pattern POST =
            Pattern.compile("(?m)^  (/v1/\\S+):\\n(?:    .*\\n)*?    post:\\n((?:      .*\\n)*)");
    private static final Map<String, Object> NOTE =
            Map.of("text", "Only once", "audience", "internal");

    @TempDir static Path home;

    private static TestDatabase database;
    private static RunningProduct product;
    private static SandboxCompany company;
    private static String admin;
    private static String connection;
    private static String ticket;

    @BeforeAll
    static void connected() throws Exception {
        database = TestDatabase.empty();
        product =
                RunningProduct.start(home, ConnectWiseSandbox.start(), RunningProduct.on(database));
        company = product.sandbox().demo();
        admin = product.admin("acme");
        connection = "/v1/connections/" + product.connect(admin, company);
        ticket =
                connection
                        + "/tickets/"
                        + product.get(
                                        admin,
                                        connection + "/tickets?closed=false&boardId=21&limit=1")
                                .firstId();
    }

    @AfterAll
    static void stop() {
        product.close();
        database.close();
    }

    @AfterEach
    void asBefore() {
        product.sandbox().faults().clear();
        company.reset();
    }

    @Test
    void aTicketIsMadeOnceAndTheAnswerGivenAgain() throws Exception {
        Answer first = product.once("t1", connection + "/tickets", admin, ticket("Made once"));
        Answer again = product.once("t1", connection + "/tickets", admin, ticket("Made once"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        isReplay(again, first);
        assertThat(found("Made once")).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownToHaveHappenedIsLookedFor() throws Exception {
        product.sandbox().order(Fault.of("reset-after-commit").on("POST", "/service/tickets"));

        Answer lost = product.once("t2", connection + "/tickets", admin, ticket("Answer lost"));
        Answer other = product.once("t2", connection + "/tickets", admin, ticket("Another"));
        Answer found = product.once("t2", connection + "/tickets", admin, ticket("Answer lost"));
        Answer again = product.once("t2", connection + "/tickets", admin, ticket("Answer lost"));

        assertThat(lost.status()).as(lost.text()).isIn(502, 504);
        assertThat(lost.get("retryable")).isEqualTo("true");
        assertThat(lost.get("fix")).contains("same key");
        problem(other, 422, "idempotency_key_reused");
        assertThat(found.status()).as(found.text()).isEqualTo(201);
        assertThat(found.json()).doesNotContainKey("deduplicated");
        isReplay(again, found);
        assertThat(found("Answer lost")).isEqualTo(1);
    }

    @Test
    void anOpenTicketIsTheAnswerToItsDedupeKey() throws Exception {
        Map<String, Object> wanted = new HashMap<>(ticket("By its matter"));
        wanted.put("dedupeKey", "alert-17");

        Answer first = product.send("POST", connection + "/tickets", admin, wanted);
        Answer second = product.send("POST", connection + "/tickets", admin, wanted);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.get("deduplicated")).isEqualTo("true");
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        wanted.put("dedupeKey", "x".repeat(201));
        problem(
                product.send("POST", connection + "/tickets", admin, wanted),
                400,
                "invalid_request");
    }

    @Test
    void withoutAKeyAnUnknownOutcomeIsForAPersonToLookAt() throws Exception {
        product.sandbox().order(Fault.of("reset-after-commit").on("POST", "/service/tickets"));

        Answer lost = product.send("POST", connection + "/tickets", admin, ticket("Nobody knows"));

        assertThat(lost.status()).as(lost.text()).isIn(502, 504);
        assertThat(lost.get("retryable")).isEqualTo("false");
        assertThat(lost.get("fix")).contains("Look in the PSA");
    }

    @Test
    void aNoteIsPostedOnceAndAPreviewIgnoresTheKey() throws Exception {
        Answer first = product.once("n1", ticket + "/notes", admin, NOTE);
        Answer again = product.once("n1", ticket + "/notes", admin, NOTE);
        Map<String, Object> preview = new HashMap<>(NOTE);
        preview.put("preview", true);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        isReplay(again, first);
        assertThat(product.once("n1", ticket + "/notes", admin, preview).status()).isEqualTo(200);
        assertThat(product.once("x".repeat(256), ticket + "/notes", admin, preview).status())
                .isEqualTo(200);
    }

    @Test
    void connectingIsDoneOnceAndItsReplayNeedsNoConnection() throws Exception {
        Map<String, Object> wanted = product.connection(company.credentials());
        Answer first = product.once("c1", "/v1/connections", admin, wanted);
        String path = "/v1/connections/" + first.get("id");
        Answer paused = product.once("p1", path + "/pause", admin, null);
        product.send("DELETE", path, admin, null);

        isReplay(product.once("c1", "/v1/connections", admin, wanted), first);
        isReplay(product.once("p1", path + "/pause", admin, null), paused);
        assertThat(first.text()).doesNotContain(company.credentials().get("privateKey"));
    }

    @Test
    void aLinkThatADeadAttemptMadeIsAnsweredAsThatWouldHave() throws Exception {
        Answer first = product.once("l1", "/v1/ticket-links", admin, link("dead"));
        asOfADeadProcess();

        Answer resumed = product.once("l1", "/v1/ticket-links", admin, link("dead"));
        Answer again = product.once("l1", "/v1/ticket-links", admin, link("dead"));

        assertThat(resumed.header("Idempotency-Replayed")).isEmpty();
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(201);
        assertThat(resumed.header("Location")).isEqualTo("/v1/ticket-links/" + first.get("id"));
        assertThat(resumed.text()).isEqualTo(first.text());
        isReplay(again, resumed);
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldToComeBack() throws Exception {
        product.sandbox()
                .order(Fault.delay(Duration.ofMillis(1_500)).on("POST", "/service/tickets"));
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                sent.add(
                        threads.submit(() ->
                                product.once(
                                        "t3",
                                        connection + "/tickets",
                                        admin,
                                        ticket("Made slowly"))));
            }
        }
        List<Answer> told =
                sent.stream().map(Future::resultNow).filter(it -> it.status() != 201).toList();

        assertThat(told).isNotEmpty();
        for (Answer answer : told) {
            problem(answer, 409, "idempotency_in_progress");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(answer.get("retryable")).isEqualTo("true");
        }
        assertThat(found("Made slowly")).isEqualTo(1);
    }

    /** Sends what the description says takes a key, and nothing else: see each POST's answer. */
    @Test
    void everyPostThatTheDescriptionSaysSoRefusesAKeyThatIsTooLong() throws Exception {
        String link =
                "/v1/ticket-links/"
                        + product.send("POST", "/v1/ticket-links", admin, link("1")).get("id");
        Map<String, @Nullable Object> bodies = new HashMap<>();
        bodies.put("/v1/connections", product.connection(company.credentials()));
        bodies.put("/v1/connections/{connectionId}/tickets", ticket("Never made"));
        bodies.put("/v1/connections/{connectionId}/tickets/{ticketId}/notes", NOTE);
        bodies.put("/v1/ticket-links", link("2"));
        bodies.put("/v1/ticket-links/{id}/notes", NOTE);
        String description = product.get(admin, "/openapi.yml").text();

        List<MatchResult> posts = POST.matcher(description).results().toList();

        assertThat(posts).hasSizeGreaterThanOrEqualTo(8);
        for (MatchResult post : posts) {
            String path =
                    ticketPath(post.group(1))
                            .replace("/v1/ticket-links/{id}", link)
                            .replace("/v1/note-posts/{id}", "/v1/note-posts/np_of-nobody")
                            .replace("/v1/connections/{connectionId}", connection)
                            .replace("{connectionId}/{token}", "con_of-nobody/guessed");
            boolean described = post.group(2).contains("IdempotencyKey");
            Answer answer = product.once("x".repeat(256), path, admin, bodies.get(post.group(1)));
            boolean refused = answer.text().contains("\"field\":\"Idempotency-Key\"");
            assertThat(refused).as(post.group(1) + answer).isEqualTo(described);
        }
    }

    /** The request that ended last is one whose process died before it could answer. */
    private static void asOfADeadProcess() {
        database.execute(
                "UPDATE idempotency_key SET state = 'running', sealed_answer = NULL,"
                        + " lease_until = psa_bridge_now()"
                        + " WHERE created_at = (SELECT max(created_at) FROM idempotency_key)");
    }

    private static String ticketPath(String template) {
        return template.replace("/v1/connections/{connectionId}/tickets/{ticketId}", ticket);
    }

    private static Map<String, Object> ticket(String summary) {
        return Map.of("summary", summary, "companyId", "250");
    }

    private static Map<String, Object> link(String record) {
        return Map.of(
                "connectionId",
                connection.substring("/v1/connections/".length()),
                "ticketId",
                ticket.substring(ticket.lastIndexOf('/') + 1),
                "record",
                Map.of("type", "alert", "id", record));
    }

    private static int found(String summary) throws Exception {
        return product.get(admin, connection + "/tickets?q=" + summary.replace(" ", "%20"))
                .items()
                .size();
    }

    private static void isReplay(Answer again, Answer first) {
        assertThat(again.header("Idempotency-Replayed")).as(again.toString()).isEqualTo("true");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.get("code")).isEqualTo(code);
    }
}
