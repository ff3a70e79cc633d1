package io.psabridge.sandbox.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys of the sandbox: they open nothing but the sandbox. */
final class MadeUpKeys {

    private static final int LENGTH = 16;

    private MadeUpKeys() {}

    static String key(String company, String purpose) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((company + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(digest)
                    .replaceAll("[^A-Za-z0-9]", "")
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
