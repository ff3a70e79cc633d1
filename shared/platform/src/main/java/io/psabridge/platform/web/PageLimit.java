package io.psabridge.platform.web;

import org.jspecify.annotations.Nullable;

/** How many items a page has: 1 to 200, 50 when nothing is said. */
public final class PageLimit {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    private PageLimit() {}

    /** Reads the query parameter {@code limit}; fails with {@code invalid_request}. */
    public static int of(@Nullable String parameter) {
        return parameter == null ? DEFAULT : checked(number(parameter));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MAX) {
            throw Problem.invalid("limit", "must be between 1 and " + MAX);
        }
        return limit;
    }

    private static int number(String parameter) {
        try {
            return Integer.parseInt(parameter);
        } catch (NumberFormatException e) {
            throw Problem.invalid("limit", "must be a whole number between 1 and " + MAX);
        }
    }
}
