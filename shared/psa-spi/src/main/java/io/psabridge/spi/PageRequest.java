package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of a list. Lists are read by key, so that rows that come and go meanwhile make no
 * row skip or repeat.
 *
 * @param after {@link Page#next} of the page before; absent for the first
 * @param size at most this many items, 1 to 1000
 */
public record PageRequest(@Nullable String after, int size) {

    public PageRequest {
        if (size < 1 || size > 1000) {
            throw new IllegalArgumentException("A page has 1 to 1000 items");
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(null, size);
    }
}
