package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedSignaturesTest {

    private final List<PublicKey> asked = new ArrayList<>();
    private final VerifiedSignatures signatures = new VerifiedSignatures();
    private final ECKey key = key();

    @Test
    void aSignatureThatWasValidIsNotComputedAgain() throws Exception {
        SignedJWT token = token("a");

        assertThat(check(key, token, true)).isTrue();
        assertThat(check(key, token, false)).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aSignatureThatWasNotValidIsAskedForAgain() throws Exception {
        SignedJWT token = token("a");

        assertThat(check(key, token, false)).isFalse();
        assertThat(check(key, token, false)).isFalse();
        assertThat(asked).hasSize(2);
    }

    @Test
    void anotherTokenOfTheSameKeyIsNotTheSame() throws Exception {
        check(key, token("a"), true);

        assertThat(check(key, token("b"), false)).isFalse();
    }

    @Test
    void theSameTokenUnderAnotherKeyIsNotTheSame() throws Exception {
        SignedJWT token = token("a");
        check(key, token, true);

        assertThat(check(key(), token, false)).isFalse();
    }

    @Test
    void oneChangedCharacterOfTheSignatureIsAnotherToken() throws Exception {
        SignedJWT token = token("a");
        check(key, token, true);
        String text = token.serialize();
        int last = text.length() - 2;
        char other = text.charAt(last) == 'A' ? 'B' : 'A';
        String changed = text.substring(0, last) + other + text.substring(last + 1);

        assertThat(check(key, SignedJWT.parse(changed), false)).isFalse();
    }

    private boolean check(ECKey by, SignedJWT token, boolean answer) throws Exception {
        return signatures.signed(
                by.toECPublicKey(),
                token,
                (one, _) -> {
                    asked.add(one);
                    return answer;
                });
    }

    private SignedJWT token(String sub) throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.ES256),
                        new JWTClaimsSet.Builder().subject(sub).build());
        token.sign(new ECDSASigner(key));
        return SignedJWT.parse(token.serialize());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
