package io.psabridge.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the product, whose output goes to a file. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 2;
    private static final int SHOWN = 4_000;

    private final Process process;
    private final long started;
    private final Path log;

    private Child(Process process, long started, Path log) {
        this.process = process;
        this.started = started;
        this.log = log;
    }

    static Child start(List<String> command, Map<String, String> variables, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PSA_"));
        builder.environment().putAll(variables);
        try {
            long started = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            process.getOutputStream().close();
            return new Child(process, started, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for a line that begins so; what follows on it. */
    String announced(String beginning) {
        while (true) {
            Optional<String> line = lines().filter(text -> text.startsWith(beginning)).findFirst();
            if (line.isPresent()) {
                return line.get().substring(beginning.length()).strip();
            }
            if (!process.isAlive() || sinceStartMillis() > PATIENCE.toMillis()) {
                throw new IllegalStateException("It did not say '" + beginning + "':\n" + output());
            }
            pause();
        }
    }

    double sinceStartMillis() {
        return (System.nanoTime() - started) / 1e6;
    }

    /** Whether it runs, and what it wrote last. */
    String state() {
        String output = output();
        return (process.isAlive() ? "runs" : "ended with " + process.exitValue())
                + ", and wrote last:\n"
                + output.substring(Math.max(0, output.length() - SHOWN));
    }

    /** As an operator ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<String> lines() {
        String output = output();
        return output.substring(0, output.lastIndexOf('\n') + 1).lines();
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A little while, or until the process ends. */
    private void pause() {
        try {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
