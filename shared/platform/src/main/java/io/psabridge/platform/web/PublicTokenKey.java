package io.psabridge.platform.web;

import java.security.interfaces.ECPublicKey;

/** The public half of a key that we sign tokens with: P-256, for ES256. */
public record PublicTokenKey(String kid, ECPublicKey key) {}
