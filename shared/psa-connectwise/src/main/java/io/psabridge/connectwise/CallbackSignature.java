package io.psabridge.connectwise;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature on ConnectWise's messages: base64 of HMAC-SHA-256 over the raw bytes, with the
 * SHA-256 of the signing key as key. Prints nothing.
 */
final class CallbackSignature {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    CallbackSignature(String signingKey) {
        this.key = new SecretKeySpec(sha256(signingKey.getBytes(StandardCharsets.UTF_8)), HMAC);
    }

    boolean fits(byte[] body, String signature) {
        return MessageDigest.isEqual(
                Base64.getEncoder().encode(hmac(body)),
                signature.strip().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private byte[] hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
