package io.psabridge.platform.keys;

import java.security.MessageDigest;
import java.util.Map;

/** Tries a key out: a data key that nobody uses goes to and fro. */
public final class KeyProbe {

    static final Map<String, String> CONTEXT = Map.of("purpose", "probe");

    private KeyProbe() {}

    /** Fails as {@link KeyWrapper} does. */
    public static void check(KeyWrapper keys) {
        byte[] key = DataKeys.fresh();
        if (!MessageDigest.isEqual(key, keys.unwrap(keys.wrap(key, CONTEXT), CONTEXT))) {
            throw new KeyRefusedException("The keeper of the keys gave another key back");
        }
    }
}
