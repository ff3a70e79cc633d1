package io.psabridge.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.platform.web.Scope;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final String BODY = "{\"name\":\"lamp\",\"size\":3}";

    private static GadgetServer server;
    private static Workshop workshop;

    @BeforeAll
    static void start() throws Exception {
        server = new GadgetServer();
        workshop = server.get(Workshop.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fresh() {
        server.database().execute("DELETE FROM idempotency_key");
        server.database().moveClock(Duration.ZERO);
        workshop.before(attempt -> {});
    }

    @Test
    void theSameRequestAgainGetsTheFirstAnswerAgain() throws Exception {
        HttpResponse<String> first = post("k", BODY);
        HttpResponse<String> again = post("k", "{ \"size\" : 3.0e0,\n \"name\" : \"lamp\" }");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body()).contains("\"name\":\"lamp\"");
        for (String header : new String[] {"Location", "Content-Type"}) {
            assertThat(again.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header))
                    .isPresent();
        }
        assertThat(workshop.attempts()).hasSize(1);
    }

    @Test
    void aBodyWithoutAFixedShapeIsComparedMemberByMember() throws Exception {
        String path = "/v1/gadgets/loose";
        HttpResponse<String> first = server.post("acme", "k", path, "{\"a\":{\"b\":1,\"c\":[1]}}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(server.post("acme", "k", path, "{\"a\":{\"c\":[1],\"b\":1},\"d\":null}").body())
                .isEqualTo(first.body());
        problem(
                server.post("acme", "k", path, "{\"a\":{\"b\":1,\"c\":[2]}}"),
                422,
                "idempotency_key_reused");
    }

    @Test
    void aRequestWithoutABodyIsToldByItsPath() throws Exception {
        HttpResponse<String> first = server.post("acme", "k", "/v1/gadgets/1/polish", "");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(server.post("acme", "k", "/v1/gadgets/1/polish", "").body())
                .isEqualTo(first.body());
        problem(
                server.post("acme", "k", "/v1/gadgets/2/polish", ""),
                422,
                "idempotency_key_reused");
    }

    @Test
    void withoutAKeyEveryRequestIsDone() throws Exception {
        for (int i = 0; i < 2; i++) {
            server.send(server.request("acme", "/v1/gadgets", BODY, Scope.WRITE));
        }

        assertThat(workshop.attempts()).hasSize(2).allMatch(attempt -> attempt.key() == null);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() throws Exception {
        post("k", BODY);

        HttpResponse<String> other = post("k", "{\"name\":\"lamp\",\"size\":4}");

        problem(other, 422, "idempotency_key_reused");
        assertThat(other.body()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(workshop.attempts()).hasSize(1);
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldToComeBack() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        workshop.before(attempt -> {
            working.countDown();
            await(end);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> first = threads.submit(() -> post("k", BODY));
            await(working);

            HttpResponse<String> second = post("k", BODY);
            HttpResponse<String> other = post("k", "{\"name\":\"other\"}");
            end.countDown();

            problem(second, 409, "idempotency_in_progress");
            assertThat(second.headers().firstValue("Retry-After")).contains("2");
            assertThat(second.body()).contains("\"retryable\":true");
            problem(other, 422, "idempotency_key_reused");
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(post("k", BODY).statusCode()).isEqualTo(201);
        assertThat(workshop.attempts()).hasSize(1);
    }

    @Test
    void afterARefusalTheKeyIsFree() throws Exception {
        workshop.before(attempt -> {
            throw Problem.invalid("name", "is not for us");
        });
        problem(post("k", BODY), 400, "invalid_request");
        workshop.before(attempt -> {});

        assertThat(post("k", "{\"name\":\"other\"}").statusCode()).isEqualTo(201);
        assertThat(workshop.attempts()).singleElement().matches(attempt -> !attempt.resumed());
    }

    @Test
    void afterAnUnknownOutcomeTheKeyStaysBoundAndTheNextUseResumes() throws Exception {
        workshop.before(attempt -> {
            throw Problem.of(ProblemCode.PSA_TIMEOUT).outcomeUnknown(true).build();
        });
        problem(post("k", BODY), 504, "psa_timeout");
        Attempt first = workshop.attempts().getFirst();
        workshop.before(attempt -> {});

        problem(post("k", "{\"name\":\"other\"}"), 422, "idempotency_key_reused");
        assertThat(post("k", BODY).statusCode()).isEqualTo(201);
        assertThat(workshop.attempts()).containsExactly(new Attempt("k", first.reservedId(), true));
        assertThat(post("k", BODY).headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void whatNobodyExpectedCountsAsAnUnknownOutcome() throws Exception {
        workshop.before(attempt -> {
            throw new IllegalStateException("surprise");
        });
        assertThat(post("k", BODY).statusCode()).isEqualTo(503);
        workshop.before(attempt -> {});
        post("k", BODY);

        assertThat(workshop.attempts()).singleElement().matches(Attempt::resumed);
    }

    @Test
    void aFirstThatDiedIsResumedAfterAMinuteAndIsTooLateThen() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        workshop.before(attempt -> {
            if (!attempt.resumed()) {
                working.countDown();
                await(end);
                throw Problem.invalid("name", "what a sleeper says does not count any more");
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> sleeper = threads.submit(() -> post("k", BODY));
            await(working);
            server.database().moveClock(Duration.ofSeconds(55));
            problem(post("k", BODY), 409, "idempotency_in_progress");

            server.database().moveClock(Duration.ofSeconds(61));
            HttpResponse<String> second = post("k", BODY);
            end.countDown();

            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(sleeper.get().statusCode()).isEqualTo(400);
            assertThat(post("k", BODY).body()).isEqualTo(second.body());
        }
        assertThat(workshop.attempts())
                .hasSize(2)
                .extracting(Attempt::reservedId)
                .containsOnly(workshop.attempts().getFirst().reservedId());
    }

    @Test
    void afterADayTheKeyIsNewAndTheOldOneIsPurged() throws Exception {
        post("k", BODY);
        post("older", BODY);
        server.database().moveClock(Duration.ofHours(24).minusMinutes(1));
        assertThat(post("k", BODY).headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(server.get(KeyRetention.class).purge(new TenantId("acme"))).isZero();

        server.database().moveClock(Duration.ofHours(24).plusMinutes(1));
        HttpResponse<String> fresh = post("k", "{\"name\":\"other\"}");

        assertThat(fresh.statusCode()).isEqualTo(201);
        assertThat(fresh.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(server.get(KeyRetention.class).purge(new TenantId("other"))).isZero();
        assertThat(server.get(KeyRetention.class).purge(new TenantId("acme"))).isEqualTo(1);
    }

    @Test
    void inARestoredBackupNoKeyIsInProgress() throws Exception {
        workshop.before(attempt -> {
            server.get(KeyRetention.class).releaseLeases(new TenantId("acme"));
            workshop.before(resumed -> {});
            assertThat(sameInside().statusCode()).isEqualTo(201);
        });

        post("k", BODY);

        assertThat(workshop.attempts()).singleElement().matches(Attempt::resumed);
    }

    @Test
    void anotherTenantsKeyIsAnotherKey() throws Exception {
        HttpResponse<String> ours = post("k", BODY);
        HttpResponse<String> theirs = server.post("other", "k", "/v1/gadgets", BODY);

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(theirs.body()).isNotEqualTo(ours.body());
    }

    @Test
    void aReplayNeedsTheScope() throws Exception {
        post("k", BODY);

        problem(
                server.send(
                        server.request("acme", "/v1/gadgets", BODY, Scope.READ)
                                .header("Idempotency-Key", "k")),
                403,
                "insufficient_scope");
    }

    @Test
    void theShapeOfTheRequestIsCheckedFirst() throws Exception {
        post("k", BODY);

        problem(post("k", "{\"unknown\":1}"), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there"})
    void aKeyIsPrintableAscii(String key) throws Exception {
        assertThat(post(key, BODY).body()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(workshop.attempts()).isEmpty();
    }

    @Test
    void aKeyHasAtMost255CharactersAndComesOnce() throws Exception {
        assertThat(post("x".repeat(255), BODY).statusCode()).isEqualTo(201);
        problem(post("x".repeat(256), BODY), 400, "invalid_request");
        problem(
                server.send(
                        server.request("acme", "/v1/gadgets", BODY, Scope.WRITE)
                                .header("Idempotency-Key", "a")
                                .header("Idempotency-Key", "b")),
                400,
                "invalid_request");
    }

    @Test
    void neitherKeyNorAnswerIsInTheTableInClear() throws Exception {
        post("canary-key", "{\"name\":\"canary-name\"}");

        assertThat(count("idempotency_key")).isEqualTo(1);
        for (String text : new String[] {"canary-key", "canary-name", "/v1/gadgets"}) {
            assertThat(
                            count(
                                    "idempotency_key k WHERE k::text LIKE '%"
                                            + text
                                            + "%' OR position('"
                                            + text
                                            + "'::bytea IN sealed_answer || key_mac || request_mac) > 0"))
                    .as(text)
                    .isZero();
        }
    }

    private static HttpResponse<String> post(String key, String body) throws Exception {
        return server.post("acme", key, "/v1/gadgets", body);
    }

    private static HttpResponse<String> sameInside() {
        try {
            return post("k", BODY);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static long count(String from) throws SQLException {
        try (Connection connection = server.database().connect();
                ResultSet rows =
                        connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
