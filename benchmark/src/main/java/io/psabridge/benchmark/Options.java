package io.psabridge.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured, and how long.
 *
 * @param pairs how many pairs of a direct call and one through the bridge
 * @param warmUp how many reads go before anything counts
 * @param seconds how long each load runs
 * @param rounds how often the sweep of loads is repeated
 * @param runs how many processes are started of each kind
 */
record Options(
        Set<Part> parts,
        int pairs,
        int warmUp,
        int seconds,
        int rounds,
        int runs,
        Path output,
        boolean quick) {

    /** What can be measured by itself. */
    enum Part {
        OVERHEAD,
        THROUGHPUT,
        NEIGHBOURS,
        STARTUP,
        COLD
    }

    private static final Path DOCUMENT = Path.of("docs/performance.md");

    private static final Options FULL =
            new Options(EnumSet.allOf(Part.class), 4_000, 60_000, 8, 3, 7, DOCUMENT, false);

    private static final Options QUICK =
            new Options(EnumSet.allOf(Part.class), 1_000, 20_000, 3, 1, 3, DOCUMENT, true);

    /** Fails with IllegalArgumentException, and a message for the person who typed them. */
    static Options of(String[] arguments) {
        Options options = Arrays.asList(arguments).contains("--quick") ? QUICK : FULL;
        for (int i = 0; i < arguments.length; i++) {
            options =
                    switch (arguments[i]) {
                        case "--quick" -> options;
                        case "--runs" -> options.withRuns(number(value(arguments, ++i)));
                        case "--only" -> options.withParts(parts(value(arguments, ++i)));
                        case "--output" -> options.withOutput(Path.of(value(arguments, ++i)));
                        default ->
                                throw new IllegalArgumentException(
                                        "Unknown option "
                                                + arguments[i]
                                                + "; there are --quick, --runs N, --only PART,PART and"
                                                + " --output FILE");
                    };
        }
        return options;
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--runs takes a number from 1, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Set<Part> parts(String text) {
        Set<String> known =
                Stream.of(Part.values())
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return Stream.of(text.split(",", -1))
                .map(name -> {
                    if (!known.contains(name)) {
                        throw new IllegalArgumentException(
                                "--only takes some of " + known + ", not '" + name + "'");
                    }
                    return Part.valueOf(name.toUpperCase(Locale.ROOT));
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private Options withRuns(int value) {
        return new Options(parts, pairs, warmUp, seconds, rounds, value, output, quick);
    }

    private Options withParts(Set<Part> value) {
        return new Options(value, pairs, warmUp, seconds, rounds, runs, output, quick);
    }

    private Options withOutput(Path value) {
        return new Options(parts, pairs, warmUp, seconds, rounds, runs, value, quick);
    }
}
