package io.psabridge.standalone;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The built jar in a process of its own. */
final class BridgeProcess implements AutoCloseable {

    private static final String JAR = "target/psa-bridge.jar";
    private static final String READY = "PSA Bridge is ready: ";

    private final Process process;
    private final String home;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private final StringBuilder startup = new StringBuilder();

    private BridgeProcess(Process process, Path home) {
        this.process = process;
        this.home = home.toString();
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
        List<String> program = new ArrayList<>(ClassArchive.options());
        program.addAll(List.of("-jar", JAR));
        program.addAll(List.of(arguments));
        return start(home, variables, program);
    }

    /** Which writes its classes into {@code archive} when it ends. */
    static BridgeProcess training(Path home, Map<String, String> variables, Path archive)
            throws IOException {
        return start(home, variables, List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", JAR));
    }

    /** With every logger at its loudest, by all means that there are. */
    static BridgeProcess loud(Path home, Map<String, String> variables) throws IOException {
        Map<String, String> loud = new HashMap<>(variables);
        loud.put("LOGGER_LEVELS_ROOT", "TRACE");
        loud.put("MICRONAUT_SERVER_NETTY_LOG_LEVEL", "INFO");
        return start(
                home,
                loud,
                List.of(
                        "-Dlogger.levels.root=TRACE",
                        "-Dlogger.levels.io.psabridge=TRACE",
                        "-Dmicronaut.server.netty.log-level=TRACE",
                        "-Djava.util.logging.config.file=target/test-classes/logging/loud.properties",
                        "-cp",
                        JAR + File.pathSeparator + "target/test-classes",
                        LoudMain.class.getName()));
    }

    private static BridgeProcess start(
            Path home, Map<String, String> variables, List<String> program) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PSA_BRIDGE_HOME", home.toString());
        builder.environment().put("PORT", "0");
        builder.environment().put("PSA_BRIDGE_DEV_TOKENS", "on");
        builder.environment().putAll(variables);
        BridgeProcess started = new BridgeProcess(builder.start(), home);
        started.process.getOutputStream().close();
        return started;
    }

    /** Waits until it serves; the URL that it printed. */
    String url() {
        return printed(READY);
    }

    /** Waits for a line that begins so; the rest of that line. */
    String printed(String beginning) {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().startsWith(beginning)) {
                return line.get().substring(beginning.length());
            }
            startup.append(line.get()).append('\n');
        }
        throw new IllegalStateException("It ended: " + startup);
    }

    /** All that it wrote, once it has ended. */
    String output() {
        return startup + remainingOutput();
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

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Its own, and those of all that it started in its data directory. */
    String commandLines() {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.contains(home) || it.equals(commandLine()))
                .collect(Collectors.joining("\n"));
    }

    private String commandLine() {
        return handle().info().commandLine().orElseThrow();
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
