package io.psabridge.standalone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.psabridge.sandbox.ConnectWiseSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The classes of the built jar as the JVM keeps them for another start. Reading them anew is half
 * the work of each of the many starts of these tests.
 */
final class ClassArchive {

    private static final Path PROGRAM = Path.of("target");
    private static final Path FILE = PROGRAM.resolve("psa-bridge.jsa");
    private static final Path LOCK = PROGRAM.resolve("psa-bridge.jsa.lock");

    private ClassArchive() {}

    /** What a JVM is told that uses it; made by whoever comes first. */
    static List<String> options() {
        return Made.OPTIONS;
    }

    private static List<String> made() {
        // several JVMs may run tests
        try (FileChannel file =
                        FileChannel.open(
                                LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (!isNewerThanAllJars()) {
                Path fresh = PROGRAM.resolve("psa-bridge.jsa.fresh");
                train(PROGRAM.resolve("class-archive"), fresh);
                Files.move(fresh, FILE, ATOMIC_MOVE);
            }
            return List.of("-XX:SharedArchiveFile=" + FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while it made the archive", e);
        }
    }

    /** The JVM writes the classes that it has when it ends. */
    private static void train(Path home, Path archive) throws IOException, InterruptedException {
        ConnectWiseSandbox sandbox = ConnectWiseSandbox.start();
        try (RunningProduct product = RunningProduct.training(home, sandbox, archive)) {
            String token = product.admin("acme");
            String tickets =
                    "/v1/connections/" + product.connect(token, sandbox.demo()) + "/tickets";
            String notes =
                    tickets + "/" + product.get(token, tickets + "?limit=1").firstId() + "/notes";
            Map<String, Object> note = Map.of("text", "Trained", "audience", "internal");
            product.once("training", notes, token, note);
            product.get(token, "/v1/audit-events");
            product.process().terminate();
        }
    }

    private static boolean isNewerThanAllJars() throws IOException {
        if (!Files.exists(FILE)) {
            return false;
        }
        try (Stream<Path> jars = Files.walk(PROGRAM.resolve("lib"))) {
            long made = FILE.toFile().lastModified();
            return Stream.concat(jars, Stream.of(PROGRAM.resolve("psa-bridge.jar")))
                    .allMatch(jar -> jar.toFile().lastModified() < made);
        }
    }

    private static final class Made {
        static final List<String> OPTIONS = made();
    }
}
