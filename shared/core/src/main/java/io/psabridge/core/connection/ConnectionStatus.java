package io.psabridge.core.connection;

import java.util.Locale;

/** How a connection is doing; the API shows the first that holds, in this order. */
public enum ConnectionStatus {
    PAUSED,
    /** The PSA refuses the keys. */
    UNAUTHORIZED,
    /** The PSA does not answer. */
    DEGRADED,
    /** The keys' role lacks a right. */
    LIMITED,
    ACTIVE;

    /** The name in the API, such as {@code unauthorized}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
