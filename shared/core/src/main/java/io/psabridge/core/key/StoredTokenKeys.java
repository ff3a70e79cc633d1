package io.psabridge.core.key;

import com.github.f4b6a3.ulid.UlidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.psabridge.platform.web.PublicTokenKey;
import io.psabridge.platform.web.SigningKey;
import io.psabridge.platform.web.TokenKeyStore;
import io.psabridge.platform.web.TokenKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ES256 pairs of our own tokens, each good for 30 days. The next one is made a day before that,
 * by the database's clock.
 */
@Singleton
final class StoredTokenKeys implements TokenKeyStore {

    private static final int DAYS = 30;

    private final SealedKeys keys;
    private final Map<TokenKind, SigningKey> opened = new ConcurrentHashMap<>();

    StoredTokenKeys(SealedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<PublicTokenKey> find(TokenKind kind, String kid) {
        return keys.find(kind.purpose(), kid).map(StoredTokenKeys::publicKey);
    }

    @Override
    public SigningKey current(TokenKind kind) {
        TokenKeyRow row = keys.newest(kind.purpose(), DAYS, () -> fresh(kind));
        SigningKey known = opened.get(kind);
        if (known != null && known.kid().equals(row.kid())) {
            return known;
        }
        SigningKey key = privateKey(row.kid(), keys.opened(kind.purpose(), row));
        opened.put(kind, key);
        return key;
    }

    private static SealedKeys.Fresh fresh(TokenKind kind) {
        try {
            ECKey pair =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(kind.purpose() + "-" + UlidCreator.getUlid().toLowerCase())
                            .generate();
            return new SealedKeys.Fresh(
                    pair.getKeyID(),
                    pair.toPublicJWK().toJSONString(),
                    pair.toJSONString().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 does not work here", e);
        }
    }

    private static PublicTokenKey publicKey(TokenKeyRow row) {
        try {
            return new PublicTokenKey(
                    row.kid(), ECKey.parse(String.valueOf(row.publicJwk())).toECPublicKey());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "The public half of " + row.kid() + " is no P-256 key", e);
        }
    }

    private static SigningKey privateKey(String kid, byte[] jwk) {
        try {
            return new SigningKey(
                    kid, ECKey.parse(new String(jwk, StandardCharsets.UTF_8)).toECPrivateKey());
        } catch (ParseException | JOSEException e) {
            // without the cause: its message may quote the key
            throw new IllegalStateException("The private half of " + kid + " is no P-256 key");
        }
    }
}
