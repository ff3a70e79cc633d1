package io.psabridge.spi;

/**
 * What it takes to reach one tenant's PSA for one piece of work.
 *
 * @param connection names the connection in call gates, limits and logs; opaque to the provider,
 *     never sent
 * @param deadline when the whole piece of work must have ended
 */
public record PsaAccess(String connection, Site site, Credentials credentials, Deadline deadline) {}
