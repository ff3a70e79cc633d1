package io.psabridge.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** The one verifier of tokens: RS256 and ES256, of configured issuers and of our own keys. */
@Singleton
public final class TokenVerifier {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final int MIN_RSA_BITS = 2048;

    private final TrustedIssuers issuers;
    private final VerifiedSignatures signatures = new VerifiedSignatures();

    TokenVerifier(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    /** The caller whom the token names; fails with {@code unauthenticated}. */
    public Caller verify(String token) {
        if (token.length() > MAX_LENGTH) {
            throw refused("it is longer than 8 KiB");
        }
        SignedJWT jwt = parse(token);
        JWSHeader header = jwt.getHeader();
        if (!Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256).contains(header.getAlgorithm())) {
            throw refused("it must be signed with RS256 or ES256");
        }
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw refused("its header has parameters that are not understood");
        }
        JWTClaimsSet claims = claims(jwt);
        TrustedIssuer issuer = issuers.find(claims.getIssuer());
        PublicKey key = issuer.key(header.getKeyID(), header.getAlgorithm());
        if (!signatures.signed(key, jwt, TokenVerifier::signedBy)) {
            throw refused("its signature does not match");
        }
        Caller caller = TokenClaims.check(claims, issuer);
        issuer.admit(caller, claims.getJWTID());
        return caller;
    }

    private static boolean signedBy(PublicKey key, SignedJWT jwt) {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        try {
            return switch (key) {
                case RSAPublicKey rsa ->
                        algorithm.equals(JWSAlgorithm.RS256)
                                && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                                && jwt.verify(new RSASSAVerifier(rsa));
                case ECPublicKey ec ->
                        algorithm.equals(JWSAlgorithm.ES256) && jwt.verify(new ECDSAVerifier(ec));
                default -> false;
            };
        } catch (JOSEException e) {
            return false;
        }
    }

    private static SignedJWT parse(String token) {
        // The parser ignores characters that are not base64.
        if (!FORM.matcher(token).matches()) {
            throw refused("it is not a signed JWT");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("it is not a signed JWT");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (claims != null) {
                return claims;
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("its claims cannot be read");
        }
        throw refused("its claims cannot be read");
    }

    static Problem refused(String why) {
        return Problem.unauthenticated("The token is refused: " + why);
    }
}
