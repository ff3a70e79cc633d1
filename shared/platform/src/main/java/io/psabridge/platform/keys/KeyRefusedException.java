package io.psabridge.platform.keys;

/**
 * What was sealed cannot be opened: it was tampered with, belongs elsewhere, or its key is gone.
 */
public final class KeyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyRefusedException(String message) {
        super(message);
    }
}
