package io.psabridge.platform.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An exception's types and stack traces without its messages, which may quote what a caller sent.
 */
public final class SafeTrace extends Exception {

    private static final long serialVersionUID = 1;

    private SafeTrace(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public static SafeTrace of(Throwable failure) {
        return of(failure, 0);
    }

    private static SafeTrace of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        SafeTrace trace =
                new SafeTrace(
                        name(failure), cause == null || depth > 8 ? null : of(cause, depth + 1));
        trace.setStackTrace(failure.getStackTrace());
        return trace;
    }

    private static String name(Throwable failure) {
        String type = failure.getClass().getName();
        return failure instanceof SQLException sql ? type + " " + sql.getSQLState() : type;
    }
}
