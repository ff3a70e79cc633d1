package io.psabridge.connectwise;

import java.util.Optional;

/** User text inside a condition. */
final class Literal {

    private static final String SPECIAL = "\"\\[]";

    private Literal() {}

    /**
     * The longest run without a character that ends a literal, escapes, or opens a class on some
     * server; the first of several. Empty when there is nothing but those and blanks.
     */
    static Optional<String> longestPart(String text) {
        String longest = "";
        int start = 0;
        int at = 0;
        while (at <= text.length()) {
            int c = at < text.length() ? text.codePointAt(at) : '"';
            if (isSpecial(c)) {
                String part = text.substring(start, at);
                if (!part.isBlank() && part.length() > longest.length()) {
                    longest = part;
                }
                start = at + Character.charCount(c);
            }
            at += Character.charCount(c);
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    /** At most so many code points of a part. */
    static String start(String part, int longest) {
        return part.codePointCount(0, part.length()) <= longest
                ? part
                : part.substring(0, part.offsetByCodePoints(0, longest));
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
}
