package io.psabridge.spi;

import java.util.Locale;

/** Who sees a note. */
public enum Audience {
    /** The MSP's people only. */
    INTERNAL,
    /** The customer too. */
    DISCUSSION,
    /** The customer too, as what solved the matter. */
    RESOLUTION;

    /** The name in the API, such as {@code internal}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
