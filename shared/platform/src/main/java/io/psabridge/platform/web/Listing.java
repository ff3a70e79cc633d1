package io.psabridge.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for.
 *
 * @param after the last key of the part before; absent for the first
 * @param size at most this many items
 */
public record Listing(Cursors cursors, CursorScope scope, @Nullable String after, int size) {

    /**
     * Reads the query parameters {@code cursor} and {@code limit}; fails with {@code
     * invalid_cursor} or {@code invalid_request}.
     */
    public static Listing of(
            Cursors cursors, CursorScope scope, @Nullable String cursor, @Nullable String limit) {
        int size = PageLimit.of(limit);
        return new Listing(
                cursors, scope, cursor == null ? null : cursors.decode(scope, cursor), size);
    }

    /**
     * The answer.
     *
     * @param next the key after which the list goes on; absent at its end
     */
    public <T> ItemsView<T> answer(List<T> items, @Nullable String next) {
        return new ItemsView<>(items, next == null ? null : cursors.encode(scope, next));
    }
}
