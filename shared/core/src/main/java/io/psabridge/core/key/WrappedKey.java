package io.psabridge.core.key;

import java.util.Map;

/**
 * A wrapped key as its table holds it.
 *
 * @param id within its table and tenant
 * @param context what it is bound to
 */
@SuppressWarnings("ArrayRecordComponent") // ciphertext; nobody compares it
public record WrappedKey(String id, byte[] wrapped, Map<String, String> context) {

    @Override
    public String toString() {
        return "WrappedKey[" + id + "]";
    }
}
