package io.psabridge.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.psabridge.platform.tenant.TenantId;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs our own tokens with ES256. */
final class TokenSigner {

    static final String TENANT_CLAIM = "tenant_id";

    private TokenSigner() {}

    /** What every token of ours says. */
    static JWTClaimsSet.Builder claims(
            TokenKind kind, TenantId tenant, String sub, Set<Scope> scopes, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(kind.issuer())
                .audience(kind.audience())
                .subject(sub)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(expires))
                .claim(TENANT_CLAIM, tenant.value())
                .claim(
                        "scope",
                        scopes.stream()
                                .sorted()
                                .map(Scope::claim)
                                .collect(Collectors.joining(" ")));
    }

    static String sign(SigningKey key, JWTClaimsSet claims) {
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
