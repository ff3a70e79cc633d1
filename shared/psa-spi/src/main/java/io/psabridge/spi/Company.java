package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/** A customer of the MSP. */
public record Company(
        Id<Company> id,
        String name,
        @Nullable String identifier,
        @Nullable String status,
        @Nullable String phone,
        @Nullable String website) {}
