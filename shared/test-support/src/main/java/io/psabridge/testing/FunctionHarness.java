package io.psabridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function in a process of its own, under AWS's runtime client, with the Lambda Runtime API
 * around it.
 */
public final class FunctionHarness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RuntimeApi api;
    private final Process process;
    private final long started;
    private final Path folder;
    private @Nullable ColdStart coldStart;

    private FunctionHarness(RuntimeApi api, Process process, long started, Path folder) {
        this.api = api;
        this.process = process;
        this.started = started;
        this.folder = folder;
    }

    /** Begins to describe the function whose handler class this is. */
    public static FunctionProcess handler(String className) {
        return new FunctionProcess(className);
    }

    static FunctionHarness start(FunctionProcess function) {
        try {
            Path folder = Files.createTempDirectory("function");
            RuntimeApi api = RuntimeApi.start();
            long started = System.nanoTime();
            Process process = function.start(api.address(), folder);
            return new FunctionHarness(api, process, started, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands one event to the function and waits for its answer. */
    public FunctionAnswer send(HttpEvent event) {
        return EventJson.answer(invoke(EventJson.of(event)));
    }

    /** Hands over any event as JSON, and gives the function's answer as it stands. */
    public String invoke(String event) {
        String answer =
                api.invoke(event, PATIENCE, process::isAlive)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "The function did not answer. Its output:\n" + output()));
        if (coldStart == null) {
            coldStart = measure(Duration.ofNanos(System.nanoTime() - started));
        }
        return answer;
    }

    /** What the first answer took; fails before there was one. */
    public ColdStart coldStart() {
        return Optional.ofNullable(coldStart)
                .orElseThrow(() -> new IllegalStateException("The function has not answered yet"));
    }

    /** What the function wrote to stdout and stderr. */
    public String output() {
        try {
            return Files.readString(folder.resolve(FunctionProcess.LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the function's process and deletes its output. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The function's process does not end");
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            api.close();
        }
    }

    private ColdStart measure(Duration wall) {
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new ColdStart(wall, cpu, residentBytes());
    }

    private long residentBytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
