package io.psabridge.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** To what a wrapped key is bound, as bytes: equal for equal contexts, and for no others. */
final class KeyContext {

    private KeyContext() {}

    static byte[] digest(Map<String, String> context) {
        MessageDigest digest = sha256();
        new TreeMap<>(context)
                .forEach((name, value) -> {
                    update(digest, name);
                    update(digest, value);
                });
        return digest.digest();
    }

    /** The length comes first, so that no two contexts run into the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
