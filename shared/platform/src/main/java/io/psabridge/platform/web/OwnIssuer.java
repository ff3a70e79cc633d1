package io.psabridge.platform.web;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.BeanProvider;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ourselves: ES256, with keys of our own store, remembered for a minute. */
final class OwnIssuer implements TrustedIssuer {

    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final BeanProvider<TokenKeyStore> store;
    private final String audience;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    OwnIssuer(BeanProvider<TokenKeyStore> store, String audience) {
        this.store = store;
        this.audience = audience;
    }

    @Override
    public PublicKey key(@Nullable String kid, JWSAlgorithm algorithm) {
        if (kid == null || !KID.matcher(kid).matches()) {
            throw TokenVerifier.refused("its kid is missing or malformed");
        }
        if (!algorithm.equals(JWSAlgorithm.ES256)) {
            throw TokenVerifier.refused("tokens of this issuer are signed with ES256");
        }
        Known remembered = known.get(kid);
        return remembered != null && remembered.isFresh() ? remembered.key() : read(kid);
    }

    private PublicKey read(String kid) {
        PublicKey key =
                store.get()
                        .find(kid)
                        .map(PublicTokenKey::key)
                        .orElseThrow(() -> TokenVerifier.refused("its kid is unknown"));
        known.put(kid, new Known(key, System.nanoTime()));
        return key;
    }

    @Override
    public String audience() {
        return audience;
    }

    @Override
    public String tenantClaim() {
        return DevTokens.TENANT_CLAIM;
    }

    private record Known(PublicKey key, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < REMEMBERED;
        }
    }
}
