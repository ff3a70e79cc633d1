package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.tenant.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TokenVerifierTest {

    private static final String AUDIENCE = "https://bridge.example";

    private static RSAKey rsa;
    private static RSAKey strangeRsa;
    private static RSAKey encryption;
    private static ECKey ec;
    private static ECKey wrongCurve;
    private static IssuerDouble issuer;
    private static TokenVerifier verifier;
    private static final FakeTokenKeys OWN = new FakeTokenKeys();
    private static final LiveSessions SESSIONS =
            (tenant, session) -> tenant.value().equals("acme") && session.equals("ses_live");

    @BeforeAll
    static void start() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        strangeRsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        encryption = new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        wrongCurve = new ECKeyGenerator(Curve.P_384).keyID("p384").generate();
        issuer =
                new IssuerDouble(
                        new JWKSet(List.of(rsa, encryption, ec, wrongCurve)).toPublicJWKSet());
        verifier = verifier("on");
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    private static TokenVerifier verifier(String devTokens) {
        BridgeSettings settings =
                BridgeSettings.from(
                        Map.of(
                                "PSA_BRIDGE_JWT_ISSUERS", issuer.issuer(),
                                "PSA_BRIDGE_JWT_AUDIENCE", AUDIENCE,
                                "PSA_BRIDGE_DEV_TOKENS", devTokens));
        return new TokenVerifier(new TrustedIssuers(settings, () -> OWN, () -> SESSIONS));
    }

    @Test
    void aTokenOfTheIssuerNamesTheCaller() throws Exception {
        for (String token :
                List.of(
                        signed(
                                header(JWSAlgorithm.RS256, "rsa"),
                                claims().build(),
                                new RSASSASigner(rsa)),
                        signed(
                                header(JWSAlgorithm.ES256, "ec"),
                                claims().build(),
                                new ECDSASigner(ec)))) {
            Caller caller = verifier.verify(token);

            assertThat(caller.tenant()).isEqualTo(new TenantId("acme"));
            assertThat(caller.sub()).isEqualTo("robin");
            assertThat(caller.scopes()).containsExactly(Scope.READ);
        }
    }

    @Test
    void aDevelopmentTokenIsAcceptedOnlyWhereTheyAreOn() {
        String token = new DevTokens(OWN).sign(new TenantId("acme"), "robin", Set.of(Scope.ADMIN));

        assertThat(verifier.verify(token).may(Scope.WRITE)).isTrue();
        refuses(verifier("off"), token);
    }

    @Test
    void aSessionsTokenComesFromAPageAndEndsWithItsSession() {
        Caller caller = verifier("off").verify(session("acme", "ses_live"));

        assertThat(caller.via()).isEqualTo(Caller.Via.PAGE);
        assertThat(caller.may(Scope.ADMIN)).isTrue();
        refuses(verifier, session("acme", "ses_over"));
        refuses(verifier, session("globex", "ses_live"));
    }

    private static String session(String tenant, String id) {
        SessionTokens tokens = new SessionTokens(OWN);
        return tokens.sign(
                tokens.key(),
                new TenantId(tenant),
                "robin",
                id,
                Instant.now().plusSeconds(60),
                null);
    }

    @Test
    void aMinuteOfClockDifferenceIsAllowed() throws Exception {
        Instant now = Instant.now();
        verifier.verify(
                rs256(
                        claims().expirationTime(Date.from(now.minusSeconds(50)))
                                .notBeforeTime(Date.from(now.plusSeconds(50)))));
    }

    @Test
    void anUnknownKidAsksTheIssuerAtMostOnceAMinute() throws Exception {
        try (IssuerDouble other = new IssuerDouble(new JWKSet(rsa.toPublicJWK()))) {
            OidcIssuer oidc =
                    new OidcIssuer(other.issuer(), AUDIENCE, "tenant_id", new JwksFetcher());

            assertThat(oidc.key("rsa", JWSAlgorithm.RS256)).isEqualTo(rsa.toPublicKey());
            for (int i = 0; i < 20; i++) {
                String kid = "unknown" + i;
                assertThatThrownBy(() -> oidc.key(kid, JWSAlgorithm.RS256))
                        .isInstanceOf(Problem.class);
            }
            assertThat(other.keyRequests()).isEqualTo(1);
            other.goAway();
            assertThat(oidc.key("rsa", JWSAlgorithm.RS256)).isEqualTo(rsa.toPublicKey());
        }
    }

    @Test
    void anIssuerThatIsAwayIsTemporary() throws Exception {
        try (IssuerDouble other = new IssuerDouble(new JWKSet(rsa.toPublicJWK()))) {
            other.goAway();
            OidcIssuer oidc =
                    new OidcIssuer(other.issuer(), AUDIENCE, "tenant_id", new JwksFetcher());

            assertThatThrownBy(() -> oidc.key("rsa", JWSAlgorithm.RS256))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo(ProblemCode.TEMPORARILY_UNAVAILABLE));
        }
    }

    @TestFactory
    Stream<DynamicTest> aBadTokenIsRefused() throws Exception {
        return badTokens().entrySet().stream()
                .map(bad ->
                        DynamicTest.dynamicTest(
                                bad.getKey(), () -> refuses(verifier, bad.getValue())));
    }

    private static Map<String, String> badTokens() throws Exception {
        Map<String, String> bad = new LinkedHashMap<>();
        String good = rs256(claims());
        String[] parts = good.split("\\.", -1);
        Instant now = Instant.now();

        bad.put("empty", "");
        bad.put("one word", "token");
        bad.put("only dots", "..");
        bad.put("two parts", parts[0] + "." + parts[1]);
        bad.put("four parts", good + ".x");
        bad.put("five parts, as an encrypted one", good + ".x.y");
        bad.put("no base64", "%%%.%%%.%%%");
        bad.put("a space before it", " " + good + " x");
        bad.put("U+0000 in it", good + "\0");
        bad.put("longer than 8 KiB", good + "A".repeat(9000));
        bad.put("header that is no JSON", base64("nope") + "." + parts[1] + "." + parts[2]);
        bad.put("header without alg", base64("{}") + "." + parts[1] + "." + parts[2]);
        bad.put("claims that are no JSON", parts[0] + "." + base64("nope") + "." + parts[2]);
        bad.put("claims that are a list", parts[0] + "." + base64("[]") + "." + parts[2]);
        bad.put("no signature", parts[0] + "." + parts[1] + ".");
        bad.put("alg none", base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        bad.put(
                "alg None with a signature",
                base64("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]);
        bad.put("claims changed", parts[0] + "." + base64("{\"sub\":\"x\"}") + "." + parts[2]);
        bad.put(
                "signature changed",
                parts[0]
                        + "."
                        + parts[1]
                        + "."
                        + (parts[2].startsWith("A") ? "B" : "A")
                        + parts[2].substring(1));
        bad.put(
                "signature of another token",
                parts[0]
                        + "."
                        + parts[1]
                        + "."
                        + rs256(claims().subject("eve")).split("\\.", -1)[2]);
        bad.put(
                "HS256 under the public key",
                signed(
                        header(JWSAlgorithm.HS256, "rsa"),
                        claims().build(),
                        new MACSigner(rsa.toRSAPublicKey().getEncoded())));
        bad.put(
                "RS384",
                signed(header(JWSAlgorithm.RS384, "rsa"), claims().build(), new RSASSASigner(rsa)));
        bad.put(
                "RS512",
                signed(header(JWSAlgorithm.RS512, "rsa"), claims().build(), new RSASSASigner(rsa)));
        bad.put(
                "PS256",
                signed(header(JWSAlgorithm.PS256, "rsa"), claims().build(), new RSASSASigner(rsa)));
        bad.put(
                "ES384",
                signed(
                        header(JWSAlgorithm.ES384, "p384"),
                        claims().build(),
                        new ECDSASigner(wrongCurve)));
        bad.put(
                "another key under the kid",
                signed(
                        header(JWSAlgorithm.RS256, "rsa"),
                        claims().build(),
                        new RSASSASigner(strangeRsa)));
        bad.put(
                "the kid of an EC key for RS256",
                signed(header(JWSAlgorithm.RS256, "ec"), claims().build(), new RSASSASigner(rsa)));
        bad.put(
                "a key for encryption",
                signed(
                        header(JWSAlgorithm.RS256, "enc"),
                        claims().build(),
                        new RSASSASigner(encryption)));
        bad.put(
                "unknown kid",
                signed(
                        header(JWSAlgorithm.RS256, "other"),
                        claims().build(),
                        new RSASSASigner(rsa)));
        bad.put(
                "no kid, wrong key",
                signed(
                        new JWSHeader(JWSAlgorithm.RS256),
                        claims().build(),
                        new RSASSASigner(strangeRsa)));
        bad.put(
                "a key of its own in the header",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(strangeRsa.toPublicJWK())
                                .build(),
                        claims().build(),
                        new RSASSASigner(strangeRsa)));
        bad.put(
                "an address of keys in the header",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                                .keyID("x")
                                .build(),
                        claims().build(),
                        new RSASSASigner(strangeRsa)));
        bad.put(
                "a critical header",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("rsa")
                                .criticalParams(Set.of("exp"))
                                .customParam("x", 1)
                                .build(),
                        claims().build(),
                        new RSASSASigner(rsa)));
        bad.put(
                "an unencoded payload",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("rsa")
                                .base64URLEncodePayload(false)
                                .build(),
                        claims().build(),
                        new RSASSASigner(rsa)));
        bad.put("no iss", rs256(claims().issuer(null)));
        bad.put("another iss", rs256(claims().issuer("https://evil.example")));
        bad.put("iss with a slash more", rs256(claims().issuer(issuer.issuer() + "/")));
        bad.put("the iss of development tokens", rs256(claims().issuer(TokenKind.DEV.issuer())));
        bad.put("no aud", rs256(claims().audience((String) null)));
        bad.put("another aud", rs256(claims().audience("https://other.example")));
        bad.put("no exp", rs256(claims().expirationTime(null)));
        bad.put("expired", rs256(claims().expirationTime(Date.from(now.minusSeconds(61)))));
        bad.put("expired in 1970", rs256(claims().expirationTime(Date.from(Instant.EPOCH))));
        bad.put("not valid yet", rs256(claims().notBeforeTime(Date.from(now.plusSeconds(90)))));
        bad.put("issued in the future", rs256(claims().issueTime(Date.from(now.plusSeconds(90)))));
        bad.put("a sub with U+0000", rs256(claims().subject("rob\0in")));
        bad.put("a sub of 256 characters", rs256(claims().subject("r".repeat(256))));
        bad.put("exp as a text", rs256(claims().claim("exp", "tomorrow")));
        bad.put("no sub", rs256(claims().subject(null)));
        bad.put("a blank sub", rs256(claims().subject(" ")));
        bad.put("no tenant", rs256(claims().claim("tenant_id", null)));
        bad.put("an empty tenant", rs256(claims().claim("tenant_id", "")));
        bad.put("a tenant with a slash", rs256(claims().claim("tenant_id", "a/b")));
        bad.put("a tenant with a quote", rs256(claims().claim("tenant_id", "a'b")));
        bad.put("a tenant with U+0000", rs256(claims().claim("tenant_id", "a\0b")));
        bad.put("a tenant of 129 characters", rs256(claims().claim("tenant_id", "a".repeat(129))));
        bad.put("a tenant that is a number", rs256(claims().claim("tenant_id", 7)));
        bad.put("two tenants", rs256(claims().claim("tenant_id", List.of("acme", "globex"))));
        bad.put("scopes as a list", rs256(claims().claim("scope", List.of("psa:admin"))));
        bad.put(
                "a development token with a strange key",
                signed(
                        header(JWSAlgorithm.ES256, "own-1-dev"),
                        claims().issuer(TokenKind.DEV.issuer()).audience("psa-bridge").build(),
                        new ECDSASigner(ec)));
        bad.put(
                "a development token with the issuer's RS256",
                signed(
                        header(JWSAlgorithm.RS256, "own-1-dev"),
                        claims().issuer(TokenKind.DEV.issuer()).audience("psa-bridge").build(),
                        new RSASSASigner(rsa)));
        bad.put(
                "a development token without kid",
                signed(
                        new JWSHeader(JWSAlgorithm.ES256),
                        claims().issuer(TokenKind.DEV.issuer()).audience("psa-bridge").build(),
                        new ECDSASigner(OWN.current(TokenKind.DEV).key())));
        bad.put(
                "a development token for another audience",
                signed(
                        header(JWSAlgorithm.ES256, "own-1-dev"),
                        claims().issuer(TokenKind.DEV.issuer()).build(),
                        new ECDSASigner(OWN.current(TokenKind.DEV).key())));
        return bad;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.issuer())
                .audience(AUDIENCE)
                .subject("robin")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("tenant_id", "acme")
                .claim("scope", "openid psa:read");
    }

    private static String rs256(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(header(JWSAlgorithm.RS256, "rsa"), claims.build(), new RSASSASigner(rsa));
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid).build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(TokenVerifier by, String token) {
        assertThatThrownBy(() -> by.verify(token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
                            assertThat(problem.getCause()).isNull();
                        });
    }
}
