package io.psabridge.platform.web;

import io.micronaut.context.BeanProvider;
import io.psabridge.platform.config.BridgeSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The issuers that the environment names, and development tokens where they are on. */
@Singleton
final class TrustedIssuers {

    private final Map<String, TrustedIssuer> issuers;

    TrustedIssuers(BridgeSettings settings, BeanProvider<TokenKeyStore> ownKeys) {
        this.issuers = new HashMap<>();
        for (URI issuer : settings.jwtIssuers()) {
            issuers.put(issuer.toString(), configured(issuer.toString(), settings));
        }
        if (settings.devTokens()) {
            issuers.put(DevTokens.ISSUER, new OwnIssuer(ownKeys, DevTokens.AUDIENCE));
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
