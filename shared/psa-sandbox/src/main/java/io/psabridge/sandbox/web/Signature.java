package io.psabridge.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a callback: HMAC-SHA256 over its bytes, keyed by the SHA-256 of the key. */
final class Signature {

    private Signature() {}

    static String of(String signingKey, byte[] body) {
        try {
            byte[] key =
                    MessageDigest.getInstance("SHA-256")
                            .digest(signingKey.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
