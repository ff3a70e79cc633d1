package io.psabridge.platform.web;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/** One key pair in memory, under a name for each kind of token. */
final class FakeTokenKeys implements TokenKeyStore {

    private final KeyPair pair = pair();

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<PublicTokenKey> find(TokenKind kind, String kid) {
        return kid.equals("own-1-" + kind.purpose())
                ? Optional.of(new PublicTokenKey(kid, (ECPublicKey) pair.getPublic()))
                : Optional.empty();
    }

    @Override
    public SigningKey current(TokenKind kind) {
        return new SigningKey("own-1-" + kind.purpose(), (ECPrivateKey) pair.getPrivate());
    }
}
