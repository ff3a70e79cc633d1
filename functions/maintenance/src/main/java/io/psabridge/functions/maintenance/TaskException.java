package io.psabridge.functions.maintenance;

import org.jspecify.annotations.Nullable;

/** A task could not be done; the message is one line for the person who ran it. */
public final class TaskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TaskException(String message) {
        this(message, null);
    }

    TaskException(String message, @Nullable Throwable cause) {
        super(message.lines().reduce((a, b) -> a + " " + b).orElse(""), cause);
    }
}
