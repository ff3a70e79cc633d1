package io.psabridge.platform.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An OIDC issuer on loopback. */
final class IssuerDouble implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile JWKSet keys;
    private volatile boolean away;

    IssuerDouble(JWKSet keys) throws IOException {
        this.keys = keys;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                "{\"issuer\":\""
                                        + issuer()
                                        + "\",\"jwks_uri\":\""
                                        + issuer()
                                        + "/keys\"}"));
        server.createContext(
                "/keys",
                exchange -> {
                    keyRequests.incrementAndGet();
                    answer(exchange, this.keys.toString());
                });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int keyRequests() {
        return keyRequests.get();
    }

    void keys(JWKSet value) {
        keys = value;
    }

    void goAway() {
        away = true;
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
