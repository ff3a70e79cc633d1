package io.psabridge.core.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.spi.Secret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Seals what a PSA entrusts to a connection under the data key of its credentials: it dies with
 * them, and with each rotation. What was opened stays in memory for at most five minutes. Calls the
 * key wrapper: never inside a transaction.
 */
@Singleton
public final class ConnectionSecrets {

    private final KeyWrapper keys;
    private final Sealer sealer;
    private final Cache<Sealed, Secret> opened =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    // without one, what has expired stays in memory until the next look
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    ConnectionSecrets(KeyWrapper keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    /**
     * Seals a secret; {@link #open} takes it back.
     *
     * @param purpose what it is for; it opens for no other
     */
    public byte[] seal(ConnectionNow now, String purpose, Secret secret) {
        byte[] plain = secret.expose().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] content = with(now, key -> sealer.seal(key, plain, aad(now, purpose)));
            opened.put(new Sealed(owner(now), ByteBuffer.wrap(content)), secret);
            return content;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Fails when it was sealed for another connection, purpose or version of the credentials. */
    public Secret open(ConnectionNow now, String purpose, byte[] content) {
        Sealed sealed = new Sealed(owner(now), ByteBuffer.wrap(content));
        Secret known = opened.getIfPresent(sealed);
        if (known != null) {
            return known;
        }
        byte[] plain = with(now, key -> sealer.open(key, content, aad(now, purpose)));
        try {
            Secret secret = new Secret(new String(plain, StandardCharsets.UTF_8));
            opened.put(sealed, secret);
            return secret;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] with(ConnectionNow now, Function<byte[], byte[]> work) {
        byte[] key = keys.unwrap(now.stored().sealed().wrappedKey(), owner(now).context());
        try {
            return work.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] aad(ConnectionNow now, String purpose) {
        String owner = owner(now).context().toString();
        return (purpose + "\0" + owner).getBytes(StandardCharsets.UTF_8);
    }

    private static CredentialOwner owner(ConnectionNow now) {
        return CredentialOwner.of(now.connection());
    }

    private record Sealed(CredentialOwner owner, ByteBuffer content) {}
}
