package io.psabridge.platform.web;

/** The key that binds cursors; the same in every process of one installation. */
public interface CursorKey {

    byte[] get();
}
