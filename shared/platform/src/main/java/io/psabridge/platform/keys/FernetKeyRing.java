package io.psabridge.platform.keys;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import io.psabridge.platform.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A local key ring of Fernet keys: the newest wraps, all unwrap. What is wrapped is a digest of its
 * context and the key, so that it opens with an equal context only.
 */
public final class FernetKeyRing implements KeyWrapper {

    private static final int KEY_BYTES = 32;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    private FernetKeyRing(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads comma-separated Fernet keys, the newest first. */
    public static FernetKeyRing of(String commaSeparated) {
        return new FernetKeyRing(
                Arrays.stream(commaSeparated.split(",", -1)).map(FernetKeyRing::key).toList());
    }

    /** A new Fernet key. */
    public static String generate() {
        return Key.generateKey(new SecureRandom()).serialise();
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        byte[] digest = KeyContext.digest(context);
        byte[] payload = Arrays.copyOf(digest, digest.length + key.length);
        System.arraycopy(key, 0, payload, digest.length, key.length);
        try {
            return Token.generate(random, keys.getFirst(), payload)
                    .serialise()
                    .getBytes(StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        byte[] payload = opened(new String(wrapped, StandardCharsets.US_ASCII));
        byte[] digest = KeyContext.digest(context);
        try {
            if (payload.length <= digest.length
                    || !MessageDigest.isEqual(digest, Arrays.copyOf(payload, digest.length))) {
                throw new KeyRefusedException("The key was wrapped for another owner");
            }
            return Arrays.copyOfRange(payload, digest.length, payload.length);
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    private byte[] opened(String token) {
        try {
            return Token.fromString(token).validateAndDecrypt(keys, AnyAge.VALIDATOR);
        } catch (RuntimeException e) { // whatever the library trips over: it is no token of ours
            throw new KeyRefusedException(
                    "None of the keys of PSA_BRIDGE_FERNET_KEYS opens this, or it was changed");
        }
    }

    private static Key key(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException();
            }
            return new Key(text.strip());
        } catch (RuntimeException e) { // whatever the library trips over
            throw new ConfigurationException(
                    "PSA_BRIDGE_FERNET_KEYS: a Fernet key is 32 bytes in URL-safe base64");
        }
    }
}
