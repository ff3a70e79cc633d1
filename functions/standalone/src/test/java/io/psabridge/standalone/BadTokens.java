package io.psabridge.standalone;

import static io.psabridge.standalone.TestIssuer.base64;
import static io.psabridge.standalone.TestIssuer.json;
import static io.psabridge.standalone.TestIssuer.privateHalf;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tokens that nobody may be let in with, each by what is wrong with it. */
final class BadTokens {

    private static final String ES256_ORDER =
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    private final TestIssuer issuer;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private BadTokens(TestIssuer issuer) {
        this.issuer = issuer;
    }

    static Map<String, String> of(TestIssuer issuer) throws Exception {
        BadTokens bad = new BadTokens(issuer);
        bad.algorithms();
        bad.keys();
        bad.headers();
        bad.signatures();
        bad.forms();
        bad.issuersAndAudiences();
        bad.times();
        bad.subjectsAndTenants();
        return bad.tokens;
    }

    private void algorithms() throws GeneralSecurityException, JOSEException {
        String claims = json(issuer.claims());
        byte[] publicKey = issuer.rsa.toRSAPublicKey().getEncoded();
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(publicKey)
                        + "\n-----END PUBLIC KEY-----\n";
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            tokens.put(
                    "alg " + none, base64(json(Map.of("alg", none))) + "." + base64(claims) + ".");
        }
        tokens.put("HS256 under the public key", hs256(claims, publicKey));
        tokens.put(
                "HS256 under the public key as PEM",
                hs256(claims, pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put(
                "HS256 under the public key as JWK",
                hs256(
                        claims,
                        issuer.rsa
                                .toPublicJWK()
                                .toJSONString()
                                .getBytes(StandardCharsets.US_ASCII)));
        for (String alg : List.of("RS384", "RS512", "PS256", "ES256K", "EdDSA", "rs256", "", "A")) {
            tokens.put("alg " + alg, issuer.signed(Map.of("alg", alg, "kid", "rsa"), claims));
        }
        tokens.put(
                "ES384",
                TestIssuer.signed(
                        json(Map.of("alg", "ES384", "kid", "p384")),
                        claims,
                        "SHA384withECDSAinP1363Format",
                        privateHalf(issuer.p384)));
        tokens.put(
                "ES256 with a key of P-384",
                TestIssuer.signed(
                        json(Map.of("alg", "ES256", "kid", "p384")),
                        claims,
                        "SHA256withECDSAinP1363Format",
                        privateHalf(issuer.p384)));
        tokens.put("no alg", issuer.signed(Map.of("kid", "rsa"), claims));
    }

    private void keys() {
        String claims = json(issuer.claims());
        tokens.put(
                "RSA of 1024 bits",
                TestIssuer.signed(
                        json(Map.of("alg", "RS256", "kid", "weak")),
                        claims,
                        "SHA256withRSA",
                        privateHalf(issuer.weakRsa)));
        tokens.put("another key under the kid", strange(Map.of("alg", "RS256", "kid", "rsa")));
        tokens.put("unknown kid", issuer.signed(Map.of("alg", "RS256", "kid", "new"), claims));
        tokens.put(
                "the kid of the other kind of key",
                issuer.signed(Map.of("alg", "RS256", "kid", "ec"), claims));
        tokens.put(
                "a key for encryption",
                es256(Map.of("alg", "ES256", "kid", "enc"), claims, issuer.encryption));
        tokens.put(
                "a kid that is a path", strange(Map.of("alg", "RS256", "kid", "../../dev/null")));
        tokens.put("a kid that is SQL", strange(Map.of("alg", "RS256", "kid", "' OR '1'='1")));
        tokens.put(
                "a kid that is a number", issuer.signed(Map.of("alg", "RS256", "kid", 1), claims));
    }

    private void headers() {
        String claims = json(issuer.claims());
        String trap = issuer.url() + "/trap";
        tokens.put(
                "jwk in the header",
                strange(
                        Map.of(
                                "alg",
                                "RS256",
                                "jwk",
                                issuer.strangeRsa.toPublicJWK().toJSONObject())));
        tokens.put(
                "jwk in the header, under the kid",
                strange(
                        Map.of(
                                "alg",
                                "RS256",
                                "kid",
                                "rsa",
                                "jwk",
                                issuer.strangeRsa.toPublicJWK().toJSONObject())));
        tokens.put(
                "jwk in the header that is on no curve",
                issuer.signed(
                        Map.of(
                                "alg",
                                "ES256",
                                "jwk",
                                Map.of(
                                        "kty",
                                        "EC",
                                        "crv",
                                        "P-256",
                                        "x",
                                        base64(new byte[32]),
                                        "y",
                                        base64(new byte[32]))),
                        claims));
        tokens.put("jku", strange(Map.of("alg", "RS256", "kid", "x", "jku", trap)));
        tokens.put(
                "jku, under the kid", strange(Map.of("alg", "RS256", "kid", "rsa", "jku", trap)));
        tokens.put("x5u", strange(Map.of("alg", "RS256", "kid", "x", "x5u", trap)));
        tokens.put("x5c", strange(Map.of("alg", "RS256", "x5c", List.of("MIIB"))));
        tokens.put(
                "an unknown critical header",
                issuer.signed(
                        Map.of("alg", "RS256", "kid", "rsa", "crit", List.of("x"), "x", 1),
                        claims));
        tokens.put(
                "a critical header that is not there",
                issuer.signed(
                        Map.of("alg", "RS256", "kid", "rsa", "crit", List.of("exp")), claims));
        tokens.put(
                "an unencoded payload",
                issuer.signed(
                        Map.of("alg", "RS256", "kid", "rsa", "b64", false, "crit", List.of("b64")),
                        claims));
        tokens.put(
                "two algs",
                TestIssuer.signed(
                        "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"rsa\"}",
                        claims,
                        "SHA256withRSA",
                        privateHalf(issuer.strangeRsa)));
    }

    private void signatures() {
        String claims = json(issuer.claims());
        Map<String, String> header = Map.of("alg", "ES256", "kid", "ec");
        String content = base64(json(header)) + "." + base64(claims) + ".";
        byte[] order = HexFormat.of().parseHex(ES256_ORDER);
        byte[] twice = Arrays.copyOf(order, 64);
        System.arraycopy(order, 0, twice, 32, 32);
        tokens.put("ES256, all zeros", content + base64(new byte[64]));
        tokens.put("ES256, the curve's order", content + base64(twice));
        tokens.put("ES256, one byte", content + base64(new byte[1]));
        tokens.put(
                "ES256 as DER",
                TestIssuer.signed(json(header), claims, "SHA256withECDSA", privateHalf(issuer.ec)));
        String good = issuer.good();
        String[] parts = good.split("\\.", -1);
        tokens.put("an empty signature", parts[0] + "." + parts[1] + ".");
        tokens.put("a signature cut short", good.substring(0, good.length() - 8));
        tokens.put("a signature that goes on", good + "AAAA");
        Map<String, Object> eve = issuer.claims();
        eve.put("sub", "eve");
        tokens.put("other claims", parts[0] + "." + base64(json(eve)) + "." + parts[2]);
        tokens.put(
                "another header",
                base64(json(Map.of("alg", "RS256", "kid", "rsa", "typ", "JWT")))
                        + "."
                        + parts[1]
                        + "."
                        + parts[2]);
    }

    private void forms() {
        String good = issuer.good();
        String[] parts = good.split("\\.", -1);
        tokens.put("one part", parts[0]);
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("four parts", good + ".AAAA");
        tokens.put("five parts, as if encrypted", good + ".AAAA.AAAA");
        tokens.put("padding", parts[0] + "=." + parts[1] + "." + parts[2]);
        tokens.put("other characters", parts[0] + "." + parts[1] + "!." + parts[2]);
        tokens.put("a comma and another token", good + "," + good);
        tokens.put("a header that is no JSON", base64("alg") + "." + parts[1] + "." + parts[2]);
        tokens.put(
                "claims that are no JSON",
                issuer.signed(Map.of("alg", "RS256", "kid", "rsa"), "x"));
        tokens.put(
                "claims that are a list",
                issuer.signed(Map.of("alg", "RS256", "kid", "rsa"), "[]"));
        tokens.put("no claims", issuer.signed(Map.of("alg", "RS256", "kid", "rsa"), "{}"));
        put("more than 8 KiB", "padding", "x".repeat(9_000));
    }

    private void issuersAndAudiences() {
        put("no iss", "iss", null);
        put("another iss", "iss", "https://evil.example");
        put("iss with a slash more", "iss", issuer.url() + "/");
        put("iss with a path more", "iss", issuer.url() + "/other");
        put("a list of iss", "iss", List.of(issuer.url()));
        put("iss of development tokens", "iss", "psa-bridge:dev");
        put("iss of sessions", "iss", "psa-bridge:session");
        put("no aud", "aud", null);
        put("an empty list of aud", "aud", List.of());
        put("another aud", "aud", "https://other.example");
        put("aud with more behind", "aud", TestIssuer.AUDIENCE + ".evil.example");
        put("aud in capitals", "aud", TestIssuer.AUDIENCE.replace("bridge", "BRIDGE"));
        put("the audience of sessions", "aud", "psa-bridge:page");
    }

    private void times() {
        long now = Instant.now().getEpochSecond();
        put("no exp", "exp", null);
        put("expired", "exp", now - 90);
        put("expired in 1970", "exp", 0);
        put("expired before 1970", "exp", -1);
        put("exp as a text", "exp", "tomorrow");
        put("exp as a list", "exp", List.of(now + 600));
        put("not valid yet", "nbf", now + 120);
        put("issued in the future", "iat", now + 120);
    }

    private void subjectsAndTenants() {
        put("no sub", "sub", null);
        put("a blank sub", "sub", "  ");
        put("a sub with U+0000", "sub", "rob\0in");
        put("a sub with a line break", "sub", "robin\nERROR");
        put("a sub that is too long", "sub", "r".repeat(256));
        put("no tenant", "tenant_id", null);
        put("an empty tenant", "tenant_id", "");
        put("a tenant with a slash", "tenant_id", "acme/globex");
        put("a tenant with a quote", "tenant_id", "acme' OR '1'='1");
        put("a tenant with U+0000", "tenant_id", "acme\0");
        put("a tenant with a line break", "tenant_id", "acme\n");
        put("a tenant of 129 characters", "tenant_id", "a".repeat(129));
        put("a tenant that is a number", "tenant_id", 7);
        put("two tenants in a list", "tenant_id", List.of("acme", "globex"));
        put("a scope that is a list", "scope", List.of("psa:admin"));
        String claims = json(issuer.claims());
        tokens.put(
                "two tenants",
                issuer.signed(
                        Map.of("alg", "RS256", "kid", "rsa"),
                        claims.replace("\"tenant_id\"", "\"tenant_id\":\"globex\",\"tenant_id\"")));
    }

    /** A token that is signed well, but for one claim. */
    private void put(String name, String claim, @Nullable Object value) {
        Map<String, Object> claims = issuer.claims();
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        tokens.put(name, issuer.rs256(claims));
    }

    private String strange(Map<String, ?> header) {
        return TestIssuer.signed(
                json(header),
                json(issuer.claims()),
                "SHA256withRSA",
                privateHalf(issuer.strangeRsa));
    }

    private static String es256(Map<String, ?> header, String claims, ECKey key) {
        return TestIssuer.signed(
                json(header), claims, "SHA256withECDSAinP1363Format", privateHalf(key));
    }

    private static String hs256(String claims, byte[] key) throws GeneralSecurityException {
        String content = base64(json(Map.of("alg", "HS256", "kid", "rsa"))) + "." + base64(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The values of an Authorization header that hold no one token. */
    static List<String> headers(String good) {
        return List.of(
                good,
                "Basic " + good,
                "Bearer",
                "Bearer ",
                "Token " + good,
                "Bearer " + good + " " + good,
                "Bearer: " + good);
    }
}
