package io.psabridge.platform.keys;

import com.sun.net.httpserver.HttpServer;
import io.psabridge.testing.KmsStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A KMS that gives one answer to all calls, for what a stand-in cannot be brought to say. */
final class KmsDouble implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, String> properties;

    private KmsDouble(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    if (status == 0) {
                        awaitEnd();
                    }
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
                    exchange.sendResponseHeaders(status == 0 ? 500 : status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        properties =
                KmsStandIn.properties(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        properties.forEach(System::setProperty);
    }

    static KmsDouble answering(int status, String code) throws IOException {
        return new KmsDouble(
                status, "{\"__type\":\"" + code + "\",\"message\":\"The reason is " + code + "\"}");
    }

    static KmsDouble hanging() throws IOException {
        return new KmsDouble(0, "");
    }

    int calls() {
        return calls.get();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        properties.keySet().forEach(System::clearProperty);
        end.countDown();
        server.stop(0);
        threads.close();
    }
}
