package io.psabridge.platform.metrics;

import java.util.Set;

/**
 * Tells counts of one name apart. There are few values of each, all known beforehand: what a caller
 * sends never is one.
 */
public record Label(String name, String value) {

    private static final Set<String> NAMES = Set.of("kind", "outcome", "provider");

    public Label {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("A count may not tell apart by " + name);
        }
    }

    /** The kind of work. */
    public static Label kind(String kind) {
        return new Label("kind", kind);
    }

    public static Label outcome(String outcome) {
        return new Label("outcome", outcome);
    }

    /** The kind of PSA. */
    public static Label provider(String provider) {
        return new Label("provider", provider);
    }
}
