package io.psabridge.platform.idempotency;

import com.github.f4b6a3.ulid.UlidCreator;
import org.jspecify.annotations.Nullable;

/**
 * One try to do what a request asks.
 *
 * @param key the caller's {@code Idempotency-Key}; absent without one
 * @param reservedId a ULID in lower case, of which the id of what is made is formed; the same in
 *     every attempt under one key
 * @param resumed whether an earlier attempt ended without a known outcome: whoever resumes looks
 *     first, and never starts over
 */
public record Attempt(@Nullable String key, String reservedId, boolean resumed) {

    /** The one attempt of a request that carries no key. */
    public static Attempt only() {
        return new Attempt(null, freshId(), false);
    }

    static String freshId() {
        return UlidCreator.getMonotonicUlid().toLowerCase();
    }

    @Override
    public String toString() {
        return "Attempt[" + reservedId + "]"; // the key is the caller's business
    }
}
