package io.psabridge.spi;

/**
 * A status that tickets of one board may have.
 *
 * @param closed a ticket in it counts as closed, whatever the name
 * @param isDefault new tickets of the board get it
 */
public record Status(Id<Status> id, String name, boolean closed, boolean isDefault) {}
