package io.psabridge.standalone;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An OIDC issuer that counts who asks it for its keys, and for anything else. */
final class TestIssuer implements AutoCloseable {

    static final String AUDIENCE = "https://bridge.example";

    final RSAKey rsa = rsa("rsa", 2_048);
    final RSAKey strangeRsa = rsa("rsa", 2_048);
    final RSAKey weakRsa = rsa("weak", 1_024);
    final ECKey ec = ec("ec", Curve.P_256);
    final ECKey p384 = ec("p384", Curve.P_384);
    final ECKey encryption = ec("enc", Curve.P_256);

    private final HttpServer server;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final AtomicInteger otherRequests = new AtomicInteger();
    private final JWKSet published =
            new JWKSet(
                    List.of(
                            rsa,
                            weakRsa,
                            ec,
                            p384,
                            new ECKey.Builder(encryption).keyUse(KeyUse.ENCRYPTION).build()));

    TestIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int keyRequests() {
        return keyRequests.get();
    }

    /** Requests for what only a token's header names. */
    int otherRequests() {
        return otherRequests.get();
    }

    /** The claims of a token that is accepted. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", url());
        claims.put("aud", AUDIENCE);
        claims.put("sub", "robin");
        claims.put("exp", Instant.now().getEpochSecond() + 600);
        claims.put("tenant_id", "acme");
        claims.put("scope", "psa:admin");
        return claims;
    }

    String good() {
        return rs256(claims());
    }

    String rs256(Map<String, ?> claims) {
        return signed(Map.of("alg", "RS256", "kid", "rsa"), json(claims));
    }

    /** With RS256 and the published key, whatever the header says. */
    String signed(Map<String, ?> header, String claims) {
        return signed(json(header), claims, "SHA256withRSA", privateHalf(rsa));
    }

    static String signed(String header, String claims, String algorithm, PrivateKey key) {
        String content = base64(header) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateHalf(RSAKey key) {
        try {
            return key.toPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateHalf(ECKey key) {
        try {
            return key.toECPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String json(Map<String, ?> members) {
        try {
            return JSON.std.asString(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = "";
        if (path.equals("/.well-known/openid-configuration")) {
            body = json(Map.of("issuer", url(), "jwks_uri", url() + "/keys"));
        } else if (path.equals("/keys")) {
            keyRequests.incrementAndGet();
            body = published.toPublicJWKSet().toString();
        } else {
            otherRequests.incrementAndGet();
            body = new JWKSet(strangeRsa).toPublicJWKSet().toString();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String kid, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
