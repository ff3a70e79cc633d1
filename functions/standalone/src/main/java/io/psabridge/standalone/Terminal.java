package io.psabridge.standalone;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings(
            "SystemConsoleNull") // it is null on JDK 25 when input or output is redirected
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
