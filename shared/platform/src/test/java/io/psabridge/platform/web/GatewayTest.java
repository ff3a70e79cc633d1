package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same controllers behind API Gateway answer as they do on Netty. */
class GatewayTest {

    private static APIGatewayV2HTTPEventFunction function;
    private static DevTokens tokens;

    @BeforeAll
    static void start() {
        ApplicationContext context =
                ApplicationContext.builder()
                        .singletons(
                                BridgeSettings.from(Map.of("PSA_BRIDGE_DEV_TOKENS", "on")),
                                new FakeTokenKeys())
                        .start();
        function = new APIGatewayV2HTTPEventFunction(context);
        tokens = context.getBean(DevTokens.class);
    }

    @AfterAll
    static void stop() {
        function.close();
    }

    @Test
    void aCallerReads() {
        APIGatewayV2HTTPResponse answer =
                send("GET", "/v1/widgets/c1", "q=x&limit=7", null, Scope.READ);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"name\":\"c1/x/7/robin\"", "\"tags\":[]", "\"tenant\":\"acme\"")
                .doesNotContain("size");
    }

    @Test
    void aCallerWrites() {
        assertThat(send("POST", "/v1/widgets", "", "{\"name\":\"a\"}", Scope.WRITE).getStatusCode())
                .isEqualTo(201);
        assertThat(send("PATCH", "/v1/widgets/1", "", "{\"name\":null}", Scope.WRITE).getBody())
                .contains("\"clearsName\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/v1/nowhere|||READ|404|not_found",
                "PUT|/v1/widgets||{}|READ|405|method_not_allowed",
                "GET|/v1/widgets/1||||401|unauthenticated",
                "POST|/v1/widgets||{broken||401|unauthenticated",
                "POST|/v1/widgets||{broken|READ|403|insufficient_scope",
                "POST|/v1/widgets||{broken|WRITE|400|invalid_request",
                "POST|/v1/widgets||{}|WRITE|400|invalid_request",
                "POST|/v1/widgets||{\"name\":\"a\"}{}|WRITE|400|invalid_request",
                "POST|/v1/widgets||{\"name\":\"a\"} x|WRITE|400|invalid_request",
                "POST|/v1/widgets||{\"name\":\"a\",\"b\":1}|WRITE|400|invalid_request",
                "POST|/v1/widgets||{\"name\":\" \"}|WRITE|400|invalid_request",
                "GET|/v1/widgets/1|b=1||READ|400|invalid_request",
                "GET|/v1/widgets/fails/limited|||READ|503|psa_rate_limited",
                "GET|/v1/widgets/fails/bug|||READ|503|temporarily_unavailable",
            })
    void everyFailureIsAProblem(
            String method,
            String path,
            String query,
            String body,
            Scope scope,
            int status,
            String code) {
        APIGatewayV2HTTPResponse answer =
                send(method, path, query == null ? "" : query, body, scope);

        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"").doesNotContain("s3cret");
        assertThat(answer.getHeaders()).containsEntry("X-Request-Id", "r-1");
        assertThat(answer.getHeaders().entrySet())
                .anyMatch(header ->
                        header.getKey().equalsIgnoreCase("content-type")
                                && header.getValue().equals("application/problem+json"));
    }

    @Test
    void aBodyBeyondOneMebibyteIsTooLarge() {
        String large = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(send("POST", "/v1/widgets", "", large, Scope.WRITE).getStatusCode())
                .isEqualTo(413);
    }

    private static APIGatewayV2HTTPResponse send(
            String method, String path, String query, String body, Scope scope) {
        Map<String, String> headers = new HashMap<>(Map.of("x-request-id", "r-1"));
        if (scope != null) {
            headers.put(
                    "authorization",
                    "Bearer " + tokens.sign(new TenantId("acme"), "robin", Set.of(scope)));
        }
        if (body != null) {
            headers.put("content-type", "application/json");
            headers.put("content-length", String.valueOf(body.length()));
        }
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            parameters.put(
                    pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withRawQueryString(query)
                        .withQueryStringParameters(parameters)
                        .withHeaders(headers)
                        .withBody(body)
                        .withRequestContext(
                                APIGatewayV2HTTPEvent.RequestContext.builder()
                                        .withHttp(
                                                APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                        .withMethod(method)
                                                        .withPath(path)
                                                        .build())
                                        .build())
                        .build();
        return function.handleRequest(event, null);
    }
}
