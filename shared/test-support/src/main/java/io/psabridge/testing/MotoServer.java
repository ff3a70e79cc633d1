package io.psabridge.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stand-in of AWS on loopback, from the PATH; ends with this JVM. */
final class MotoServer {

    private static final String COMMAND = "moto_server";
    private static final Pattern ADDRESS =
            Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    private MotoServer() {}

    static boolean isThere() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, COMMAND))
                .anyMatch(Files::isExecutable);
    }

    static URI start() {
        try {
            Process process =
                    new ProcessBuilder(COMMAND, "-H", "127.0.0.1", "-p", "0")
                            .redirectErrorStream(true)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end-moto"));
            URI address = address(process.inputReader());
            Thread.ofVirtual().start(() -> drain(process.inputReader()));
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException(COMMAND + " did not start: " + said);
    }

    /** It logs each request, and would wait for a reader. */
    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // nobody needs it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
