package io.psabridge.platform.keys;

import java.security.SecureRandom;

/** Makes data keys: 256 random bits each. */
public final class DataKeys {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private DataKeys() {}

    public static byte[] fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }
}
