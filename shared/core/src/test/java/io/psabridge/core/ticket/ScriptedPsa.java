package io.psabridge.core.ticket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ConnectWise server that lets one sign in, and answers for tickets what a test tells it to. */
final class ScriptedPsa implements AutoCloseable {

    private static final String COMPANY_INFO =
            """
            {"CompanyName": "Quillfeather", "Codebase": "v4_6_release/", "VersionCode": "v2026.1",
             "CompanyID": "quillfeather", "IsCloud": "True"}
            """;

    private final HttpServer server;
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    ScriptedPsa() {
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
    record Reply(int status, String body) {

        static final Reply NONE = new Reply(0, "");
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on, in this order. */
    void answers(Reply... replies) {
        script.clear();
        script.addAll(List.of(replies));
        received.clear();
    }

    /** Verb and query or body of the requests for tickets. */
    List<String> received() {
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
        Reply next = uri.getPath().endsWith("/service/tickets") ? script.poll() : null;
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

    @Override
    public void close() {
        server.stop(0);
    }
}
