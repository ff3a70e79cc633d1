package io.psabridge.platform.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a Fernet token of ours holds: SHA-256 of the context, then the key. */
final class WrappedPayload {

    private static final int HASH_BYTES = 32;

    private WrappedPayload() {}

    static byte[] of(byte[] key, Map<String, String> context) {
        return ByteBuffer.allocate(HASH_BYTES + key.length).put(hash(context)).put(key).array();
    }

    /** Fails with {@link KeyRefusedException} when the context is another. */
    static byte[] key(byte[] payload, Map<String, String> context) {
        if (payload.length < HASH_BYTES
                || !MessageDigest.isEqual(Arrays.copyOf(payload, HASH_BYTES), hash(context))) {
            throw new KeyRefusedException("The data key belongs to another owner");
        }
        return Arrays.copyOfRange(payload, HASH_BYTES, payload.length);
    }

    private static byte[] hash(Map<String, String> context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, String> entry : new TreeMap<>(context).entrySet()) {
            add(out, entry.getKey());
            add(out, entry.getValue());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 does not work here", e);
        }
    }

    private static void add(ByteArrayOutputStream out, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }
}
