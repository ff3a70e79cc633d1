package io.psabridge.standalone;

import io.psabridge.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The server that a killed process left running on a data directory. Safe only for who holds the
 * directory's lock.
 */
final class LeftoverPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LeftoverPostgres() {}

    /** Stops it, cleanly while it listens; nothing to do when there is none. */
    static void stop(Path data) {
        Optional<ProcessHandle> server = find(data);
        if (server.isEmpty()) {
            return;
        }
        ProcessHandle process = server.get();
        if (!stopped(process, "INT") && !stopped(process, "QUIT")) {
            throw new ConfigurationException(
                    "A PostgreSQL that an earlier run left on "
                            + data
                            + " does not stop; end process "
                            + process.pid()
                            + " and try again");
        }
    }

    private static Optional<ProcessHandle> find(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(process -> serves(process, data));
        } catch (NumberFormatException e) {
            throw new ConfigurationException(pidFile + " holds no process id; remove it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The id may have gone to another process since: only one that was started on this directory
     * counts.
     */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .orElse(false);
    }

    private static boolean stopped(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            process.onExit()
                    .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return !process.isAlive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
