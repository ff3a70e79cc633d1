package io.psabridge.platform.metrics;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How CloudWatch calls a count: {@code NoteAttemptsPosted}. */
final class EmfName {

    private static final String PREFIX = "psa_bridge_";

    private EmfName() {}

    static String of(Count count) {
        String outcome =
                count.labels().stream()
                        .filter(label -> label.name().equals("outcome"))
                        .map(Label::value)
                        .collect(Collectors.joining());
        String name = count.name();
        return words(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)
                + words(outcome);
    }

    private static String words(String text) {
        return Arrays.stream(text.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
