package io.psabridge.core.reliability;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link CrashingProcess}, seen from outside. */
final class ChildBridge implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private ChildBridge(Process process) {
        this.process = process;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static ChildBridge start(Map<String, String> environment, String point, int visit, File log) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashingProcess.class.getName(),
                                point,
                                Integer.toString(visit)));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
        try {
            ChildBridge child = new ChildBridge(builder.start());
            child.until("ready", line -> {});
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String command) {
        commands.println(command);
    }

    /** Hands on what it says until it says this; false when it is gone. */
    boolean until(String last, Consumer<String> heard) {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals("> " + last)) {
                    return true;
                }
                if (line.startsWith("> ")) {
                    heard.accept(line.substring(2));
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it ended itself, as it was told to; asked once it says nothing any more. */
    boolean halted() throws InterruptedException {
        return process.waitFor(10, TimeUnit.SECONDS)
                && process.exitValue() == CrashingProcess.HALTED;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
