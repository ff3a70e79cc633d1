package io.psabridge.platform.web;

import org.jspecify.annotations.Nullable;

/** An issuer does not say what its keys are. */
final class JwksUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    JwksUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
