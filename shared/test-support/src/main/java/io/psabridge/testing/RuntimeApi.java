package io.psabridge.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The Lambda Runtime API on loopback: gives out events, takes answers, one at a time. */
final class RuntimeApi implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final String TRACE =
            "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi start() throws IOException {
        RuntimeApi api =
                new RuntimeApi(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        api.server.setExecutor(api.threads);
        api.server.createContext(PREFIX, api::handle);
        api.server.start();
        return api;
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The answer, unless there is none in time or the process has ended. */
    Optional<String> invoke(String event, Duration patience, BooleanSupplier alive) {
        events.add(event);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                @Nullable String answer = answers.poll(100, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    return Optional.of(answer);
                }
                if (!alive.getAsBoolean()) {
                    return Optional.empty();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        // The runtime client's native part crashes on an answer without it.
        exchange.getResponseHeaders().add("Lambda-Runtime-Trace-Id", TRACE);
        if (path.endsWith("/invocation/next")) {
            next(exchange);
        } else {
            if (!path.startsWith(PREFIX + "restore")) {
                answers.add(body);
            }
            send(exchange, 202, "");
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            String event = events.take();
            long deadline = System.currentTimeMillis() + Duration.ofMinutes(15).toMillis();
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline));
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:eu-central-1:000000000000:function:f");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            send(exchange, 200, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
