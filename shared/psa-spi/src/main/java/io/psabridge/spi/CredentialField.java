package io.psabridge.spi;

import org.jspecify.annotations.Nullable;

/**
 * One field of the form with which a person connects a PSA.
 *
 * @param name the member's name in the API, such as {@code publicKey}
 * @param label what the form shows
 * @param secret never shown again, and redacted wherever it could appear
 * @param help one sentence that says where a person finds it
 * @param pattern regular expression that the whole value must match
 */
public record CredentialField(
        String name,
        String label,
        boolean secret,
        boolean required,
        String help,
        @Nullable String pattern) {}
