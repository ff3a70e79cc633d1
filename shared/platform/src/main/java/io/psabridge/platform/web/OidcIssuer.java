package io.psabridge.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An issuer elsewhere, whose keys are fetched from itself and kept for an hour. */
final class OidcIssuer implements TrustedIssuer {

    private static final long KEPT = Duration.ofHours(1).toNanos();
    private static final long BETWEEN_FETCHES = Duration.ofMinutes(1).toNanos();

    private final String issuer;
    private final String audience;
    private final String tenantClaim;
    private final JwksFetcher fetcher;
    private final LongSupplier clock;
    private @Nullable JWKSet keys;
    private long fetchedAt;
    private long triedAt;

    OidcIssuer(String issuer, String audience, String tenantClaim, JwksFetcher fetcher) {
        this(issuer, audience, tenantClaim, fetcher, System::nanoTime);
    }

    OidcIssuer(
            String issuer,
            String audience,
            String tenantClaim,
            JwksFetcher fetcher,
            LongSupplier clock) {
        this.clock = clock;
        this.triedAt = clock.getAsLong() - BETWEEN_FETCHES;
        this.issuer = issuer;
        this.audience = audience;
        this.tenantClaim = tenantClaim;
        this.fetcher = fetcher;
    }

    @Override
    public PublicKey key(@Nullable String kid, JWSAlgorithm algorithm) {
        JWKSet current = current(false);
        List<JWK> fitting = fitting(current, kid, algorithm);
        if (fitting.isEmpty()) {
            fitting = fitting(current(true), kid, algorithm);
        }
        if (fitting.size() != 1) {
            throw TokenVerifier.refused(
                    fitting.isEmpty()
                            ? "its kid is unknown"
                            : "it has no kid, and its issuer many keys");
        }
        try {
            return ((AsymmetricJWK) fitting.getFirst()).toPublicKey();
        } catch (JOSEException e) {
            throw TokenVerifier.refused("its issuer's key cannot be used");
        }
    }

    /** One fetch at a time, and at most one a minute; old keys hold while the issuer is away. */
    private synchronized JWKSet current(boolean unknownKid) {
        long now = clock.getAsLong();
        JWKSet had = keys;
        boolean wanted = had == null || unknownKid || now - fetchedAt > KEPT;
        if (wanted && now - triedAt >= BETWEEN_FETCHES) {
            triedAt = now;
            try {
                had = fetcher.fetch(issuer);
                keys = had;
                fetchedAt = now;
            } catch (JwksUnavailableException e) {
                if (had == null) {
                    throw away(e);
                }
            }
        }
        if (had == null) {
            throw away(null);
        }
        return had;
    }

    private static List<JWK> fitting(JWKSet keys, @Nullable String kid, JWSAlgorithm algorithm) {
        return keys.getKeys().stream()
                .filter(key -> kid == null || kid.equals(key.getKeyID()))
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .filter(key ->
                        algorithm.equals(JWSAlgorithm.RS256)
                                ? key.getKeyType().equals(KeyType.RSA)
                                : key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256))
                .toList();
    }

    private static Problem away(@Nullable Throwable cause) {
        return Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                .detail("The keys of the token's issuer cannot be read right now")
                .cause(cause)
                .build();
    }

    @Override
    public String audience() {
        return audience;
    }

    @Override
    public String tenantClaim() {
        return tenantClaim;
    }
}
