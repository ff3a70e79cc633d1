package io.psabridge.spi;

/** A record that another one refers to, with the name a person knows. */
public record Ref(String id, String name) {}
