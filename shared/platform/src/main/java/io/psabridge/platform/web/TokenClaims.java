package io.psabridge.platform.web;

import com.nimbusds.jwt.JWTClaimsSet;
import io.psabridge.platform.tenant.TenantId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token with a valid signature must say besides. */
final class TokenClaims {

    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final int LONGEST_SUB = 255;

    private TokenClaims() {}

    static Caller check(JWTClaimsSet claims, TrustedIssuer issuer) {
        Instant now = Instant.now();
        Date expiry = claims.getExpirationTime();
        if (expiry == null) {
            throw TokenVerifier.refused("it has no exp");
        }
        if (!now.isBefore(expiry.toInstant().plus(LEEWAY))) {
            throw TokenVerifier.refused("it has expired");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.plus(LEEWAY).isBefore(notBefore.toInstant())) {
            throw TokenVerifier.refused("it is not valid yet");
        }
        Date issued = claims.getIssueTime();
        if (issued != null && now.plus(LEEWAY).isBefore(issued.toInstant())) {
            throw TokenVerifier.refused("it was issued in the future");
        }
        if (!claims.getAudience().contains(issuer.audience())) {
            throw TokenVerifier.refused("its aud does not name this service");
        }
        String sub =
                Optional.ofNullable(text(claims, "sub"))
                        .filter(value -> !value.isBlank())
                        .orElseThrow(() -> TokenVerifier.refused("it has no sub"));
        if (sub.length() > LONGEST_SUB || sub.chars().anyMatch(Character::isISOControl)) {
            throw TokenVerifier.refused(
                    "its sub is longer than "
                            + LONGEST_SUB
                            + " characters, or has control characters");
        }
        return new Caller(tenant(claims, issuer), sub, scopes(claims), issuer.via());
    }

    private static TenantId tenant(JWTClaimsSet claims, TrustedIssuer issuer) {
        return Optional.ofNullable(text(claims, issuer.tenantClaim()))
                .filter(TenantId::isValid)
                .map(TenantId::new)
                .orElseThrow(() ->
                        TokenVerifier.refused(
                                "its "
                                        + issuer.tenantClaim()
                                        + " is missing or not 1 to 128 characters of A-Z a-z 0-9 . _ : -"));
    }

    private static Set<Scope> scopes(JWTClaimsSet claims) {
        return Optional.ofNullable(text(claims, "scope")).stream()
                .flatMap(scope -> Arrays.stream(scope.split(" ", -1)))
                .flatMap(name -> Scope.ofClaim(name).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        try {
            return claims.getStringClaim(name);
        } catch (ParseException e) {
            throw TokenVerifier.refused("its " + name + " is not a string");
        }
    }
}
