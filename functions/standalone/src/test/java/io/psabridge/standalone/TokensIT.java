package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.sandbox.ConnectWiseSandbox;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Nobody comes in with a token that is not good, and trying it makes us call nobody. */
class TokensIT {

    @TempDir static Path home;

    private static TestIssuer issuer;
    private static RunningProduct product;
    private static String devToken;
    private static Answer session;
    private static String connection;

    /** First where development tokens are on, then, on the same data, where they are not. */
    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer();
        try (RunningProduct developers = RunningProduct.start(home)) {
            devToken = developers.admin("acme");
        }
        product =
                RunningProduct.start(
                        home,
                        ConnectWiseSandbox.start(),
                        Map.of(
                                "PSA_BRIDGE_DEV_TOKENS",
                                "off",
                                "PSA_BRIDGE_JWT_ISSUERS",
                                issuer.url(),
                                "PSA_BRIDGE_JWT_AUDIENCE",
                                TestIssuer.AUDIENCE));
        session = product.send("POST", "/v1/connect-sessions", issuer.good(), Map.of());
        connection = "/v1/connections/" + product.connect(issuer.good(), product.sandbox().demo());
    }

    @AfterAll
    static void stop() {
        product.close();
        issuer.close();
    }

    @TestFactory
    Stream<DynamicTest> aBadTokenIsRefusedAndNobodyIsAsked() throws Exception {
        Map<String, String> bad = BadTokens.of(issuer);
        bad.put("a development token where they are off", devToken);
        bad.put("a session's token for another tenant", elsewhere(session.get("token")));
        return bad.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.getKey(), () -> refused("Bearer " + each.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> aHeaderWithoutOneTokenIsRefused() {
        return BadTokens.headers(issuer.good()).stream()
                .map(header -> DynamicTest.dynamicTest(header, () -> refused(header)));
    }

    @Test
    void aTokenInTheAddressOrACookieIsNone() throws Exception {
        String path = connection + "/tickets?access_token=" + issuer.good();

        assertThat(product.send(HttpRequest.newBuilder(product.uri(path)).GET()).status())
                .isEqualTo(401);
        assertThat(
                        product.send(
                                        HttpRequest.newBuilder(product.uri(connection))
                                                .header("Cookie", "token=" + issuer.good())
                                                .GET())
                                .status())
                .isEqualTo(401);
    }

    @Test
    void goodTokensOfBothAlgorithmsAreTaken() throws Exception {
        String es256 =
                TestIssuer.signed(
                        "{\"alg\":\"ES256\",\"kid\":\"ec\"}",
                        TestIssuer.json(issuer.claims()),
                        "SHA256withECDSAinP1363Format",
                        TestIssuer.privateHalf(issuer.ec));

        for (String token : List.of(issuer.good(), es256, session.get("token"))) {
            assertThat(product.get(token, "/v1/connections").status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAScopeNothingIsAllowed() throws Exception {
        Map<String, Object> claims = issuer.claims();
        claims.put("scope", "openid psa:everything PSA:ADMIN");

        Answer answer = product.get(issuer.rs256(claims), "/v1/connections");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.get("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void theKeysAreFetchedOnceWhateverKidsAreTried() throws Exception {
        for (int i = 0; i < 10; i++) {
            refused(
                    "Bearer "
                            + issuer.signed(
                                    Map.of("alg", "RS256", "kid", "kid-" + i),
                                    TestIssuer.json(issuer.claims())));
        }
        assertThat(issuer.keyRequests()).isBetween(1, 3);
    }

    /** On a route that would call the PSA. */
    private static void refused(String header) throws Exception {
        product.sandbox().forgetReceived();
        int asked = issuer.otherRequests();

        Answer answer =
                product.send(
                        HttpRequest.newBuilder(product.uri(connection + "/tickets"))
                                .header("Authorization", header)
                                .GET());

        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.get("code")).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.text()).doesNotContain("eyJ");
        assertThat(product.sandbox().received()).isEmpty();
        assertThat(issuer.otherRequests()).isEqualTo(asked);
    }

    private static String elsewhere(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0]
                + "."
                + TestIssuer.base64(claims.replace("\"acme\"", "\"globex\""))
                + "."
                + parts[2];
    }
}
