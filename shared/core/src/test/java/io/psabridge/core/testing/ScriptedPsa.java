package io.psabridge.core.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A ConnectWise server that lets one sign in, and answers for tickets and notes what a test tells
 * it to; what else it holds, it shows as often as it is asked.
 */
public final class ScriptedPsa implements AutoCloseable {

    private static final String COMPANY_INFO =
            """
            {"CompanyName": "Quillfeather", "Codebase": "v4_6_release/", "VersionCode": "v2026.1",
             "CompanyID": "quillfeather", "IsCloud": "True"}
            """;

    private final HttpServer server;
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> holds = new ConcurrentHashMap<>();

    public ScriptedPsa() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What one request for tickets is answered; 0 breaks the connection without an answer. */
    public record Reply(int status, String body) {

        public static final Reply NONE = new Reply(0, "");
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The product, allowed to reach it. */
    public Core core() {
        return Core.start(
                Map.of(
                        "PSA_BRIDGE_ALLOWED_PSA_HOSTS",
                        origin(),
                        "CONNECTWISE_CLIENT_ID",
                        "00000000-1111-4222-8333-0fa4ec11e471"));
    }

    /** With the keys of the transcripts. */
    public ConnectionId connect(Core core, TenantId tenant) {
        return core.connectWise(
                tenant,
                origin(),
                Map.of(
                        "companyId", "quillfeather",
                        "publicKey", "PUBKEYfake000001",
                        "privateKey", "PRIVKEYfake00001"));
    }

    /** From now on, in this order. */
    public void answers(Reply... replies) {
        script.clear();
        script.addAll(List.of(replies));
        received.clear();
    }

    /** What it shows at a path that ends like this, however often. */
    public void holds(String path, String body) {
        holds.put(path, body);
    }

    /** Verb and query or body of the requests for tickets and notes. */
    public List<String> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI uri = exchange.getRequestURI();
            Reply reply = reply(exchange.getRequestMethod(), uri, body);
            if (reply.status() == 0) {
                return;
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(String method, URI uri, String body) {
        if (uri.getPath().startsWith("/login/companyinfo/")) {
            return new Reply(200, COMPANY_INFO);
        }
        if (uri.getPath().endsWith("/system/info")) {
            return new Reply(200, "{\"version\": \"v2026.1.112233\"}");
        }
        for (Map.Entry<String, String> each : holds.entrySet()) {
            if (method.equals("GET") && uri.getPath().endsWith(each.getKey())) {
                return new Reply(200, each.getValue());
            }
        }
        Reply next = isScripted(uri.getPath()) ? script.poll() : null;
        if (next == null) {
            return new Reply(200, "[]");
        }
        String query = uri.getRawQuery();
        received.add(
                method
                        + " "
                        + (query == null
                                ? body
                                : URLDecoder.decode(query, StandardCharsets.UTF_8)));
        return next;
    }

    private static boolean isScripted(String path) {
        return path.endsWith("/service/tickets") || path.endsWith("/notes");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
