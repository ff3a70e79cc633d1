package io.psabridge.core.ticket;

import java.util.Locale;

/** What a caller means by a status, whatever the board calls it. */
public enum StatusIntent {
    RESOLVED,
    WAITING_ON_CUSTOMER,
    IN_PROGRESS,
    NEW,
    CLOSED;

    /** The name in the API, such as {@code waiting_on_customer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
