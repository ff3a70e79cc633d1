package io.psabridge.platform.web;

import jakarta.inject.Singleton;

/** The one verifier of tokens: RS256 and ES256, of configured issuers and of our own keys. */
@Singleton
@SuppressWarnings("DoNotCallSuggester")
public final class TokenVerifier {

    TokenVerifier() {}

    /** The caller whom the token names; fails with {@code unauthenticated}. */
    public Caller verify(String token) {
        throw Problem.unauthenticated("The token is not valid");
    }
}
