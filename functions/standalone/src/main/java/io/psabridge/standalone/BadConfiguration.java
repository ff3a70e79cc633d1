package io.psabridge.standalone;

/** What the person who started the process must change; the message is the one line they read. */
final class BadConfiguration extends RuntimeException {

    BadConfiguration(String message) {
        super(message);
    }

    BadConfiguration(String message, Throwable cause) {
        super(message, cause);
    }
}
