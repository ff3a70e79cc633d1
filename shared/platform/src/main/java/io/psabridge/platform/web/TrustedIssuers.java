package io.psabridge.platform.web;

import io.micronaut.context.BeanProvider;
import io.psabridge.platform.config.BridgeSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The issuers that the environment names, ourselves, and development tokens where they are on. */
@Singleton
final class TrustedIssuers {

    private final Map<String, TrustedIssuer> issuers;

    TrustedIssuers(
            BridgeSettings settings,
            BeanProvider<TokenKeyStore> ownKeys,
            BeanProvider<LiveSessions> sessions) {
        this.issuers = new HashMap<>();
        for (URI issuer : settings.jwtIssuers()) {
            issuers.put(issuer.toString(), configured(issuer.toString(), settings));
        }
        for (TokenKind kind : TokenKind.values()) {
            if (kind != TokenKind.DEV || settings.devTokens()) {
                issuers.put(kind.issuer(), new OwnIssuer(kind, ownKeys, sessions));
            }
        }
    }

    TrustedIssuer find(@Nullable String issuer) {
        return Optional.ofNullable(issuer)
                .map(issuers::get)
                .orElseThrow(
                        () -> TokenVerifier.refused("its iss is not one that is trusted here"));
    }

    private static TrustedIssuer configured(String issuer, BridgeSettings settings) {
        return new OidcIssuer(
                issuer,
                settings.jwtAudience().orElseThrow(),
                settings.tenantClaim(),
                new JwksFetcher());
    }
}
