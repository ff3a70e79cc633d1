package io.psabridge.core.connection;

/** Credentials that only the vault can open. */
@SuppressWarnings("ArrayRecordComponent") // ciphertext; nobody compares it
record SealedCredentials(byte[] wrappedKey, byte[] content) {

    @Override
    public String toString() {
        return "SealedCredentials";
    }
}
