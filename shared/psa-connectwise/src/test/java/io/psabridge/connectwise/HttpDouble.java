package io.psabridge.connectwise;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A plain HTTP server on loopback that answers what it is told to. */
final class HttpDouble implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    HttpDouble(Function<Received, Answer> answers) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, answers));
        server.start();
    }

    /** A request as it came; names of headers in lower case. */
    record Received(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {}

    /** What to answer; a fault in the words of the transcripts, or none. */
    record Answer(int status, Map<String, String> headers, String body, Optional<String> fault) {

        static Answer json(int status, Object value) {
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/json; charset=utf-8"),
                    value instanceof String text ? text : Json.text(value),
                    Optional.empty());
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange, Function<Received, Answer> answers)
            throws IOException {
        try (exchange) {
            Answer answer = answers.apply(received(exchange));
            String fault = answer.fault().orElse("");
            if (fault.startsWith("reset")) {
                return;
            }
            if (fault.equals("no-answer")) {
                closing.await();
                return;
            }
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            long announced = fault.equals("cut-short") ? body.length + 100 : body.length;
            exchange.sendResponseHeaders(answer.status(), announced == 0 ? -1 : announced);
            OutputStream out = exchange.getResponseBody();
            out.write(body);
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received received(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Received(
                exchange.getRequestMethod(),
                uri.getPath(),
                query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
