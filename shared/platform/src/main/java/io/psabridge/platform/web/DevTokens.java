package io.psabridge.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs development tokens: issuer {@code psa-bridge:dev}, valid for an hour. */
@Singleton
public final class DevTokens {

    public static final String ISSUER = "psa-bridge:dev";

    static final String AUDIENCE = "psa-bridge";
    static final String TENANT_CLAIM = "tenant_id";

    private static final Duration VALID = Duration.ofHours(1);

    private final TokenKeyStore keys;

    DevTokens(TokenKeyStore keys) {
        this.keys = keys;
    }

    public String sign(TenantId tenant, String sub, Set<Scope> scopes) {
        SigningKey key = keys.current();
        Instant now = Instant.now();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(sub)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .claim(TENANT_CLAIM, tenant.value())
                        .claim(
                                "scope",
                                scopes.stream()
                                        .sorted()
                                        .map(Scope::claim)
                                        .collect(Collectors.joining(" ")))
                        .build();
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.kid()).build(), claims);
        try {
            jwt.sign(new ECDSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key " + key.kid() + " cannot sign", e);
        }
        return jwt.serialize();
    }
}
