package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/** A person at a customer of the MSP. */
public record Contact(
        Id<Contact> id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Ref company) {}
