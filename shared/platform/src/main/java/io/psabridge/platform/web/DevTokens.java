package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Signs development tokens: issuer {@code psa-bridge:dev}, valid for an hour. */
@Singleton
public final class DevTokens {

    private static final Duration VALID = Duration.ofHours(1);

    private final TokenKeyStore keys;

    DevTokens(TokenKeyStore keys) {
        this.keys = keys;
    }

    public String sign(TenantId tenant, String sub, Set<Scope> scopes) {
        Instant expires = Instant.now().plus(VALID);
        return TokenSigner.sign(
                keys.current(TokenKind.DEV),
                TokenSigner.claims(TokenKind.DEV, tenant, sub, scopes, expires).build());
    }
}
