package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTest {

    private static WebServer server;

    @BeforeAll
    static void start() {
        server = new WebServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCallerReadsAndNullsAreLeftOut() throws Exception {
        HttpResponse<String> answer = server.get("/v1/widgets/c1?q=x&limit=7", Scope.READ);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"name\":\"c1/x/7/robin\"")
                .contains("\"tags\":[]")
                .contains("\"createdAt\":\"2026-01-02T03:04:05.678Z\"")
                .contains("\"tenant\":\"acme\"")
                .contains("\"thread\":\"virtual\"")
                .doesNotContain("size");
    }

    @Test
    void aHigherScopeImpliesTheLower() throws Exception {
        assertThat(server.get("/v1/widgets/c1", Scope.ADMIN).statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingScopeIsForbidden() throws Exception {
        assertThat(server.get("/v1/widgets/c1").statusCode()).isEqualTo(403);
        problem(
                server.send("DELETE", "/v1/widgets/1", "", bearer(server.token(Scope.WRITE))),
                403,
                "insufficient_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nowhere,,404,not_found",
        "GET,/v1/widgets/1/2/3,,404,not_found",
        "PUT,/v1/widgets,{},405,method_not_allowed",
        "GET,/v1/widgets/1,,401,unauthenticated",
        "GET,/v1/widgets/1?wrong=1,,401,unauthenticated",
        "POST,/v1/widgets,{broken,401,unauthenticated",
        "DELETE,/v1/widgets/1,,401,unauthenticated",
    })
    void pathAndVerbComeBeforeTheTokenAndThatBeforeTheShape(
            String method, String path, String body, int status, String code) throws Exception {
        HttpResponse<String> answer =
                server.send(method, path, body == null ? "" : body, UnaryOperator.identity());

        problem(answer, status, code);
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
    }

    @Test
    void anotherMediaTypeIsRefusedAfterTheToken() throws Exception {
        problem(
                server.send(
                        "POST", "/v1/widgets", "<a/>", r -> r.header("Content-Type", "text/xml")),
                401,
                "unauthenticated");
        problem(
                server.send(
                        "POST",
                        "/v1/widgets",
                        "<a/>",
                        r ->
                                bearer(server.token(Scope.READ))
                                        .apply(r)
                                        .header("Content-Type", "text/xml")),
                403,
                "insufficient_scope");
        problem(
                server.send(
                        "POST",
                        "/v1/widgets",
                        "<a/>",
                        r ->
                                bearer(server.token(Scope.WRITE))
                                        .apply(r)
                                        .header("Content-Type", "text/xml")),
                415,
                "unsupported_media_type");
    }

    @Test
    void aBodyBeyondOneMebibyteIsTooLarge() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";

        problem(server.json("POST", "/v1/widgets", large), 413, "payload_too_large");
        problem(
                server.send("POST", "/v1/widgets", large, UnaryOperator.identity()),
                401,
                "unauthenticated");
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsCountedToo() throws Exception {
        byte[] large =
                ("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        problem(
                server.send(
                        "POST",
                        "/v1/widgets",
                        "",
                        request ->
                                bearer(server.token(Scope.WRITE))
                                        .apply(request)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofInputStream(
                                                        () -> new ByteArrayInputStream(large)))),
                413,
                "payload_too_large");
    }

    @Test
    void aBodyOfOneMebibyteIsTaken() throws Exception {
        String name = "x".repeat(1024 * 1024 - "{\"name\":\"\"}".length());

        assertThat(server.json("POST", "/v1/widgets", "{\"name\":\"" + name + "\"}").statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{broken|not valid JSON",
                "{\"name\":\"a\",\"colour\":\"red\"}|colour: unknown member",
                "{\"name\":\"a\",\"parts\":[{\"code\":\"1\"},{\"code\":\"1\",\"b\":1}]}|parts[1].b: unknown member",
                "{}|name: is required",
                "{\"name\":null}|name: is required",
                "{\"name\":\"a\",\"parts\":[{}]}|parts[0].code: is required",
                "{\"name\":\"a\",\"name\":\"b\"}|name: has the wrong type or form",
                "{\"name\":7}|name: must be a text",
                "{\"name\":\" \"}|A widget's name must not be blank",
                "{\"name\":\"a\",\"size\":\"big\"}|size: has the wrong type or form",
                "{\"name\":\"a\\u0000b\"}|name: must not contain U+0000",
                "{\"name\":\"a\"}{\"name\":\"b\"}|must end after its JSON value",
                "{\"name\":\"a\"} trailing|must end after its JSON value",
                "{\"name\":\"a\"}}|must end after its JSON value",
                "[]|The body has the wrong shape",
                "''|The request needs a JSON body",
            })
    void aWrongBodySaysWhatIsWrong(String body, String detail) throws Exception {
        HttpResponse<String> answer =
                server.json("POST", "/v1/widgets", body.equals("''") ? "" : body);

        problem(answer, 400, "invalid_request");
        assertThat(answer.body()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?colour=red|colour: unknown query parameter; known are limit, q",
                "?q=1&q=2|q: is given more than once",
                "?limit=0|limit: must be between 1 and 200",
                "?limit=201|limit: must be between 1 and 200",
                "?limit=x|limit: must be a whole number",
                "?q=a%00b|U+0000",
            })
    void aWrongQuerySaysWhatIsWrong(String query, String detail) throws Exception {
        HttpResponse<String> answer = server.get("/v1/widgets/c1" + query, Scope.READ);

        problem(answer, 400, "invalid_request");
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void aPatchKnowsAbsentNullAndValue() throws Exception {
        HttpResponse<String> answer =
                server.json("PATCH", "/v1/widgets/1", "{\"name\":null,\"settings\":{\"a\":null}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"clearsName\":true",
                        "\"name\":\"-\"",
                        "\"size\":-1",
                        "\"inner\":[\"a\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":1}|colour: unknown member; known are name, settings, size",
                "{\"name\":1}|name: must be a text",
                "{\"size\":1.5}|size: must be a whole number",
                "{\"settings\":[]}|settings: must be an object",
                "{\"name\":\"\\u0000\"}|U+0000",
                "{\"name\":\"a\"},|must end after its JSON value",
                "[]|must be a JSON object",
            })
    void aWrongPatchSaysWhatIsWrong(String body, String detail) throws Exception {
        HttpResponse<String> answer = server.json("PATCH", "/v1/widgets/1", body);

        problem(answer, 400, "invalid_request");
        assertThat(answer.body()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "key,503,temporarily_unavailable",
        "database,503,temporarily_unavailable",
        "missing,404,not_found",
        "limited,503,psa_rate_limited",
        "bug,503,temporarily_unavailable",
    })
    void everyFailureIsAProblem(String how, int status, String code) throws Exception {
        HttpResponse<String> answer = server.get("/v1/widgets/fails/" + how, Scope.READ);

        problem(answer, status, code);
        assertThat(answer.body()).doesNotContain("s3cret");
    }

    @Test
    void aProblemCarriesWhatIsKnown() throws Exception {
        HttpResponse<String> answer = server.get("/v1/widgets/fails/limited", Scope.READ);

        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body())
                .contains("\"type\":\"/docs/problems#psa_rate_limited\"")
                .contains("\"instance\":\"/v1/widgets/fails/limited\"")
                .contains("\"retryable\":true")
                .contains("\"fix\":\"Wait\"")
                .contains(
                        "\"provider\":{\"name\":\"ConnectWise\",\"status\":429,\"message\":\"slow down\"}");
    }

    @Test
    void aRequestIdIsEchoedOrMade() throws Exception {
        String own =
                server.send("GET", "/health/live", "", r -> r.header("X-Request-Id", "a.b:c-1"))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow();
        String made =
                server.send("GET", "/nowhere", "", r -> r.header("X-Request-Id", "no spaces"))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow();

        assertThat(own).isEqualTo("a.b:c-1");
        assertThat(made).hasSize(36);
    }

    @Test
    void aCallbackTakesAnyQuery() throws Exception {
        HttpResponse<String> answer =
                server.send(
                        "POST",
                        "/v1/widgets/callbacks/t?id=1&x=2",
                        "{}",
                        r -> r.header("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theRoutesWithoutATokenAreKnown() {
        assertThat(server.openRoutes())
                .containsExactly(
                        "GET /health",
                        "GET /health/live",
                        "HEAD /health",
                        "HEAD /health/live",
                        "POST /v1/widgets/callbacks/{token}");
    }

    @Test
    void healthNeedsNoToken() throws Exception {
        HttpResponse<String> answer = server.send("GET", "/health", "", UnaryOperator.identity());

        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static UnaryOperator<java.net.http.HttpRequest.Builder> bearer(String token) {
        return request -> request.header("Authorization", "Bearer " + token);
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"")
                .contains(
                        "\"requestId\":\""
                                + answer.headers().firstValue("X-Request-Id").orElseThrow());
    }
}
