package io.psabridge.core.key;

import com.github.f4b6a3.ulid.UlidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.psabridge.platform.web.PublicTokenKey;
import io.psabridge.platform.web.SigningKey;
import io.psabridge.platform.web.TokenKeyStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ES256 pairs of development tokens, each good for 30 days. */
@Singleton
final class DevTokenKeys implements TokenKeyStore {

    private static final String PURPOSE = "dev";
    private static final int DAYS = 30;

    private final SealedKeys keys;
    private final Map<String, PublicTokenKey> known = new ConcurrentHashMap<>();
    private volatile @Nullable SigningKey signing;

    DevTokenKeys(SealedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<PublicTokenKey> find(String kid) {
        PublicTokenKey key = known.get(kid);
        if (key != null) {
            return Optional.of(key);
        }
        Optional<PublicTokenKey> found = keys.find(PURPOSE, kid).map(DevTokenKeys::publicKey);
        found.ifPresent(it -> known.put(kid, it));
        return found;
    }

    @Override
    public SigningKey current() {
        SigningKey key = signing;
        if (key == null) {
            TokenKeyRow row = keys.newest(PURPOSE, DAYS, DevTokenKeys::fresh);
            key = privateKey(row.kid(), keys.opened(PURPOSE, row));
            signing = key;
        }
        return key;
    }

    private static SealedKeys.Fresh fresh() {
        try {
            ECKey pair =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID("dev-" + UlidCreator.getUlid().toLowerCase())
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
