package io.psabridge.core.key;

import org.jspecify.annotations.Nullable;

/** A key of our own, its private half wrapped. */
@SuppressWarnings("ArrayRecordComponent") // ciphertext; nobody compares it
record TokenKeyRow(String kid, @Nullable String publicJwk, byte[] wrappedKey) {

    @Override
    public String toString() {
        return "TokenKeyRow[" + kid + "]";
    }
}
