package io.psabridge.sandbox.control;

/** What a role allows or not, item by item. */
public enum Action {
    ADD,
    EDIT,
    DELETE,
    INQUIRE
}
