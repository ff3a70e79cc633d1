package io.psabridge.platform.web;

import com.nimbusds.jwt.JWTClaimsSet;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs the token that a page gets: issuer {@code psa-bridge:session}, bound to a tenant and to a
 * session, whose end is the token's too.
 */
@Singleton
public final class SessionTokens {

    private final TokenKeyStore keys;

    SessionTokens(TokenKeyStore keys) {
        this.keys = keys;
    }

    /** May ask the keeper of the keys: never inside a transaction. */
    public SigningKey key() {
        return keys.current(TokenKind.SESSION);
    }

    /**
     * The token.
     *
     * @param returnUrl where the page leads back to
     */
    public String sign(
            SigningKey key,
            TenantId tenant,
            String sub,
            String session,
            Instant expires,
            @Nullable URI returnUrl) {
        JWTClaimsSet.Builder claims =
                TokenSigner.claims(TokenKind.SESSION, tenant, sub, Set.of(Scope.ADMIN), expires)
                        .jwtID(session);
        if (returnUrl != null) {
            claims.claim("return_url", returnUrl.toString());
        }
        return TokenSigner.sign(key, claims.build());
    }
}
