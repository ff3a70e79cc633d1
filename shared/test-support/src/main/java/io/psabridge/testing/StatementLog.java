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

    /** How the server must be configured: which database, and whose connection. */
    static final Map<String, String> SERVER =
            Map.of("log_statement", "all", "log_line_prefix", "%d:%p:");

    private static final Pattern STATEMENT =
            Pattern.compile("(\\w+):(\\d+):LOG:  (?:statement|execute [^:]+): (.*)");
    private static final Pattern PARAMETERS =
            Pattern.compile("\\w+:\\d+:DETAIL:  [Pp]arameters: (.*)");
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

    /** The statements on one database, in the order of execution. */
    List<Executed> since(long start, String database) {
        List<Executed> found = new ArrayList<>();
        boolean inText = false;
        for (String line : text(start).lines().toList()) {
            Matcher statement = STATEMENT.matcher(line);
            Matcher parameters = PARAMETERS.matcher(line);
            if (statement.matches()) {
                inText = statement.group(1).equals(database);
                if (inText) {
                    found.add(new Executed(statement.group(2), statement.group(3), ""));
                }
            } else if (inText && line.startsWith(CONTINUED)) {
                found.add(found.removeLast().and(line.substring(CONTINUED.length())));
            } else {
                if (inText && parameters.matches()) {
                    found.add(found.removeLast().with(parameters.group(1)));
                }
                inText = false;
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

    /**
     * One statement.
     *
     * @param connection tells those of one connection from others
     */
    record Executed(String connection, String text, String parameters) {

        private Executed and(String line) {
            return new Executed(connection, text + "\n" + line, parameters);
        }

        private Executed with(String values) {
            return new Executed(connection, text, values);
        }
    }
}
