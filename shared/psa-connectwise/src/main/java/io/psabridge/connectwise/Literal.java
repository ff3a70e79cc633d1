package io.psabridge.connectwise;

import java.util.ArrayList;
import java.util.List;

/** User text inside a condition. */
final class Literal {

    private static final String SPECIAL = "\"\\[]";

    private Literal() {}

    /**
     * The parts of a text between the characters that end a literal, escape, or open a class on
     * some server. None when there is nothing else.
     */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (isSpecial(c)) {
                        addIfNotBlank(parts, part);
                        part.setLength(0);
                    } else {
                        part.appendCodePoint(c);
                    }
                });
        addIfNotBlank(parts, part);
        return parts;
    }

    /** A literal; the part holds nothing special. */
    static String quoted(String part) {
        return '"' + part + '"';
    }

    private static boolean isSpecial(int c) {
        return SPECIAL.indexOf(c) >= 0
                || Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE;
    }

    private static void addIfNotBlank(List<String> parts, StringBuilder part) {
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
    }
}
