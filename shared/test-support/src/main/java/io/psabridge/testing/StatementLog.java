package io.psabridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a PostgreSQL is asked to execute: its own log, written before the answer is. */
final class StatementLog {

    /** How the server must be configured. */
    static final Map<String, String> SERVER =
            Map.of(
                    "log_statement",
                    "all",
                    "log_line_prefix",
                    "%d:",
                    "log_error_verbosity",
                    "terse");

    private static final Pattern STATEMENT =
            Pattern.compile("(\\w+):LOG:  (?:statement|execute [^:]+): (.*)");
    private static final String CONTINUED = "\t";

    private final Path file;

    StatementLog() throws IOException {
        file = Files.createTempFile("postgres", ".log");
        file.toFile().deleteOnExit();
    }

    Redirect redirect() {
        return Redirect.appendTo(file.toFile());
    }

    /** Where the log ends now. */
    long end() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements on one database, without their arguments, in the order of execution. */
    List<String> since(long start, String database) {
        List<String> found = new ArrayList<>();
        boolean inOne = false;
        for (String line : text(start).lines().toList()) {
            Matcher statement = STATEMENT.matcher(line);
            if (statement.matches()) {
                inOne = statement.group(1).equals(database);
                if (inOne) {
                    found.add(statement.group(2));
                }
            } else if (inOne && line.startsWith(CONTINUED)) {
                found.add(found.removeLast() + "\n" + line.substring(CONTINUED.length()));
            } else {
                inOne = false;
            }
        }
        return found;
    }

    private String text(long start) {
        try (var bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(start);
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
