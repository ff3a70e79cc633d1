package io.psabridge.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The built jar in a process of its own. */
final class BridgeProcess implements AutoCloseable {

    private static final String READY = "PSA Bridge is ready: ";

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private BridgeProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** All the time: a process that nobody listens to stands still once a pipe is full. */
    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException e) {
            lines.add(Optional.of("Its output broke off: " + e.getMessage()));
        } finally {
            lines.add(Optional.empty());
        }
    }

    static BridgeProcess start(Path home, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                "target/psa-bridge.jar"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PSA_BRIDGE_HOME", home.toString());
        builder.environment().put("PORT", "0");
        builder.environment().put("PSA_BRIDGE_DEV_TOKENS", "on");
        builder.environment().putAll(variables);
        BridgeProcess started = new BridgeProcess(builder.start());
        started.process.getOutputStream().close();
        return started;
    }

    /** Waits until it serves; the URL that it printed. */
    String url() {
        return printed(READY);
    }

    /** Waits for a line that begins so; the rest of that line. */
    String printed(String beginning) {
        StringBuilder seen = new StringBuilder();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().startsWith(beginning)) {
                return line.get().substring(beginning.length());
            }
            seen.append(line.get()).append('\n');
        }
        throw new IllegalStateException("It ended: " + seen);
    }

    /** What it wrote since {@link #url}, once it has ended. */
    String remainingOutput() {
        StringBuilder seen = new StringBuilder();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            seen.append(line.get()).append('\n');
        }
        return seen.toString();
    }

    private Optional<String> next() {
        try {
            return lines.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for its output", e);
        }
    }

    /** As Ctrl-C or an operator does. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy(); // the process's own destroy() would close its output unread
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end");
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    static String token(String url, String tenant) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(
                        to(url + "/dev/tokens")
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"tenantId\":\"" + tenant + "\"}")));
        return answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
