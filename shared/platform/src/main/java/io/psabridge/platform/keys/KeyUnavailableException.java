package io.psabridge.platform.keys;

import org.jspecify.annotations.Nullable;

/** The keeper of the keys did not answer; asking again later may work. */
public final class KeyUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
