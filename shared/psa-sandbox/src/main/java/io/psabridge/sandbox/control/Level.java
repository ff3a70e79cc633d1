package io.psabridge.sandbox.control;

import java.util.Arrays;

/** How much of a module item a role opens. */
public enum Level {
    NONE("None"),
    MY("My"),
    ALL("All");

    private final String wireName;

    Level(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Level of(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "A level is None, My or All, not " + wireName));
    }
}
