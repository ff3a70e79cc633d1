package io.psabridge.platform.web;

import java.security.interfaces.ECPrivateKey;

/** A key that we sign tokens with: P-256, for ES256. Prints its id only. */
public record SigningKey(String kid, ECPrivateKey key) {

    @Override
    public String toString() {
        return "SigningKey[kid=" + kid + "]";
    }
}
