package io.psabridge.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Which tokens carry a valid signature of which key: a fact that does not change, and the dearest
 * to find out. Holds no token and says nothing about times, claims or whether the key is still
 * trusted.
 */
final class VerifiedSignatures {

    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<String, PublicKey> signers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Checks a signature, on a key that has one of its own. */
    interface Check {
        boolean signed(PublicKey key, SignedJWT token);
    }

    /** Whether the token is signed by the key; asks {@code check} unless it said yes before. */
    boolean signed(PublicKey key, SignedJWT token, Check check) {
        String id = digest(token.getParsedString());
        if (key.equals(signers.getIfPresent(id))) {
            return true;
        }
        boolean signed = check.signed(key, token);
        if (signed) {
            signers.put(id, key);
        }
        return signed;
    }

    private static String digest(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
