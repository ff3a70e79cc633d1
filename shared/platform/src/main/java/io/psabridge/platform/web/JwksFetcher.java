package io.psabridge.platform.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/**
 * Reads an issuer's keys: by OIDC discovery, else from its well-known place. Follows no redirect.
 */
final class JwksFetcher {

    private static final int CONNECT_MS = 2_000;
    private static final int READ_MS = 3_000;
    private static final long TOTAL = Duration.ofSeconds(5).toNanos();
    private static final int MAX_BYTES = 256 * 1024;

    JWKSet fetch(String issuer) throws JwksUnavailableException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            Answer discovery = get(URI.create(base + "/.well-known/openid-configuration"));
            URI keys =
                    discovery.status() == 200
                            ? keysOf(issuer, discovery.body())
                            : URI.create(base + "/.well-known/jwks.json");
            Answer answer = get(keys);
            if (answer.status() != 200) {
                throw new JwksUnavailableException(
                        "The issuer's keys: HTTP " + answer.status(), null);
            }
            return JWKSet.parse(answer.body());
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new JwksUnavailableException("The issuer's keys cannot be read", e);
        }
    }

    private static URI keysOf(String issuer, String discovery)
            throws ParseException, JwksUnavailableException {
        Map<String, Object> document = JSONObjectUtils.parse(discovery);
        if (!issuer.equals(document.get("issuer"))
                || !(document.get("jwks_uri") instanceof String keys)) {
            throw new JwksUnavailableException(
                    "The issuer's discovery document is another's", null);
        }
        URI uri = URI.create(keys);
        boolean sameScheme = URI.create(issuer).getScheme().equals(uri.getScheme());
        if (!"https".equals(uri.getScheme()) && !sameScheme) {
            throw new JwksUnavailableException(
                    "The issuer's keys are not at an https address", null);
        }
        return uri;
    }

    private static Answer get(URI uri) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(READ_MS);
        connection.setRequestProperty("Accept", "application/json");
        try {
            int status = connection.getResponseCode();
            return new Answer(status, status == 200 ? read(connection) : "");
        } finally {
            connection.disconnect();
        }
    }

    private static String read(HttpURLConnection connection) throws IOException {
        long end = System.nanoTime() + TOTAL;
        byte[] content = new byte[MAX_BYTES + 1];
        int length = 0;
        try (InputStream in = connection.getInputStream()) {
            for (int read = 0; read >= 0 && length < content.length; length += read) {
                if (System.nanoTime() - end > 0) {
                    throw new IOException("The answer takes too long");
                }
                read = in.read(content, length, content.length - length);
                if (read < 0) {
                    return new String(content, 0, length, StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("The answer is larger than 256 KiB");
    }

    private record Answer(int status, String body) {}
}
