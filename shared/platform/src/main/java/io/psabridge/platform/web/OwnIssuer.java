package io.psabridge.platform.web;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.BeanProvider;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ourselves, for one kind of token: ES256, with keys of our own store, remembered for a minute. */
final class OwnIssuer implements TrustedIssuer {

    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final TokenKind kind;
    private final BeanProvider<TokenKeyStore> store;
    private final BeanProvider<LiveSessions> sessions;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    OwnIssuer(
            TokenKind kind,
            BeanProvider<TokenKeyStore> store,
            BeanProvider<LiveSessions> sessions) {
        this.kind = kind;
        this.store = store;
        this.sessions = sessions;
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
                        .find(kind, kid)
                        .map(PublicTokenKey::key)
                        .orElseThrow(() -> TokenVerifier.refused("its kid is unknown"));
        known.put(kid, new Known(key, System.nanoTime()));
        return key;
    }

    @Override
    public String audience() {
        return kind.audience();
    }

    @Override
    public String tenantClaim() {
        return TokenSigner.TENANT_CLAIM;
    }

    @Override
    public Caller.Via via() {
        return kind.via();
    }

    @Override
    public void admit(Caller caller, @Nullable String tokenId) {
        if (kind == TokenKind.SESSION
                && (tokenId == null || !sessions.get().isLive(caller.tenant(), tokenId))) {
            throw TokenVerifier.refused("its session has ended");
        }
    }

    private record Known(PublicKey key, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < REMEMBERED;
        }
    }
}
