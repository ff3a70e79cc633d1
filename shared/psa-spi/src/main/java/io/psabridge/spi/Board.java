package io.psabridge.spi;

/** A service board (a queue of tickets with statuses of its own). */
public record Board(Id<Board> id, String name) {}
