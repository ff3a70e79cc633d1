package io.psabridge.platform.keys;

import java.util.Map;

/**
 * Wraps data keys under a key that never leaves its keeper.
 *
 * <p>What was wrapped is unwrapped only with an equal context. Fails with {@link
 * KeyUnavailableException} when the keeper does not answer, with {@link KeyRefusedException} when
 * it refuses: tampered with, another context, or a key it does not have.
 */
public interface KeyWrapper {

    byte[] wrap(byte[] key, Map<String, String> context);

    byte[] unwrap(byte[] wrapped, Map<String, String> context);

    /** Whether {@link #wrap} would use the very key that wrapped this. */
    boolean isNewest(byte[] wrapped);
}
