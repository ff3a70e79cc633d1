package io.psabridge.core.connection;

/** What sending the very same request again would do. */
enum Repeat {
    HARMLESS,
    /** After an unknown outcome it might be there twice. */
    DOUBLES
}
