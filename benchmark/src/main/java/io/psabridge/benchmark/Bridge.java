package io.psabridge.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole product as a person runs it: the built jar, the JVM options of the run command, a home
 * of its own.
 */
final class Bridge implements AutoCloseable {

    private static final Path FOLDER = Path.of("functions/standalone");

    private final Child process;
    private final String url;
    private final Path home;
    private final double readyMillis;

    private Bridge(Child process, Path home) {
        this.process = process;
        this.home = home;
        this.url = process.announced("PSA Bridge is ready:");
        this.readyMillis = process.sinceStartMillis();
    }

    /** Without the sandbox inside: it is measured beside a PSA that is a process of its own. */
    static Bridge of(Sandbox sandbox, Place place) {
        return start(
                place.resolve("home"),
                place.resolve("bridge.log"),
                Map.of(
                        "PSA_BRIDGE_ALLOWED_PSA_HOSTS",
                        sandbox.origin(),
                        "CONNECTWISE_CLIENT_ID",
                        "00000000-0000-0000-0000-000000000000"));
    }

    /** With the sandbox inside and its demo tenant, as the first command of the README. */
    static Bridge withDemo(Path home, Path log) {
        return start(home, log, Map.of("PSA_BRIDGE_SANDBOX", "on"));
    }

    private static Bridge start(Path home, Path log, Map<String, String> more) {
        Map<String, String> variables = new TreeMap<>(more);
        variables.put("PSA_BRIDGE_HOME", home.toString());
        variables.put("PSA_BRIDGE_DEV_TOKENS", "on");
        variables.put("PORT", "0");
        List<String> command =
                List.of(
                        Child.java(),
                        "@" + FOLDER.resolve("jvm.options"),
                        "-jar",
                        FOLDER.resolve("target/psa-bridge.jar").toString());
        return new Bridge(Child.start(command, variables, log), home);
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** The parent of all of PostgreSQL's processes. */
    long postgresPid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the start of the process to the line that says it is ready. */
    double readyMillis() {
        return readyMillis;
    }

    double sinceStartMillis() {
        return process.sinceStartMillis();
    }

    String state() {
        return process.state();
    }

    @Override
    public void close() {
        process.close();
    }
}
