package io.psabridge.platform.web;

import com.nimbusds.jose.JWSAlgorithm;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** An issuer whose tokens are accepted. */
interface TrustedIssuer {

    /** The key of this id that is made for this algorithm; fails with {@code unauthenticated}. */
    PublicKey key(@Nullable String kid, JWSAlgorithm algorithm);

    /** What a token's {@code aud} must contain. */
    String audience();

    /** The claim that names the tenant. */
    String tenantClaim();

    /** The door by which its callers come. */
    default Caller.Via via() {
        return Caller.Via.API;
    }

    /** Fails when what the token stands for has ended before the token. */
    default void admit(Caller caller, @Nullable String tokenId) {}
}
