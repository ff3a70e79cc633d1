package io.psabridge.core.connection;

/** What a connection's PSA answered, with the connection as it was then. */
public record FromPsa<T>(Connection connection, T value) {}
