package io.psabridge.core.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.psabridge.platform.keys.DataKeys;
import io.psabridge.platform.keys.KeyWrapper;
import io.psabridge.platform.keys.Sealer;
import io.psabridge.spi.Credentials;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Seals credentials under a data key of their own, bound to tenant, connection, provider and
 * credential version. What was opened stays in memory for at most five minutes. Calls the key
 * wrapper: never inside a transaction.
 */
@Singleton
final class CredentialVault {

    private static final Argument<Map<String, String>> TEXTS =
            Argument.mapOf(String.class, String.class);

    private final KeyWrapper keys;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Cache<CredentialOwner, Credentials> opened;

    @Inject
    CredentialVault(KeyWrapper keys, Sealer sealer, ObjectMapper json) {
        this(keys, sealer, json, Ticker.systemTicker());
    }

    CredentialVault(KeyWrapper keys, Sealer sealer, ObjectMapper json, Ticker ticker) {
        this.keys = keys;
        this.sealer = sealer;
        this.json = json;
        this.opened =
                Caffeine.newBuilder()
                        .maximumSize(1_000)
                        .expireAfterWrite(Duration.ofMinutes(5))
                        // without one, what has expired stays in memory until the next look
                        .scheduler(Scheduler.systemScheduler())
                        .ticker(ticker)
                        .build();
    }

    SealedCredentials seal(CredentialOwner owner, Credentials credentials) {
        byte[] key = DataKeys.fresh();
        byte[] plain = write(credentials);
        try {
            return new SealedCredentials(
                    keys.wrap(key, owner.context()),
                    sealer.seal(key, plain, owner.authenticatedData()));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Fails when key or content were made for another owner, or were changed. */
    Credentials open(CredentialOwner owner, SealedCredentials sealed) {
        Credentials known = opened.getIfPresent(owner);
        if (known != null) {
            return known;
        }
        Credentials credentials = opened(owner, sealed);
        opened.put(owner, credentials);
        return credentials;
    }

    void forget(CredentialOwner owner) {
        opened.invalidate(owner);
    }

    /** How many are in memory now. */
    long remembered() {
        opened.cleanUp();
        return opened.estimatedSize();
    }

    private Credentials opened(CredentialOwner owner, SealedCredentials sealed) {
        byte[] key = keys.unwrap(sealed.wrappedKey(), owner.context());
        try {
            byte[] plain = sealer.open(key, sealed.content(), owner.authenticatedData());
            try {
                return read(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] write(Credentials credentials) {
        Map<String, String> values = new TreeMap<>();
        credentials
                .fields()
                .forEach(field -> values.put(field, credentials.require(field).expose()));
        try {
            return json.writeValueAsBytes(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Credentials read(byte[] plain) {
        try {
            return Credentials.of(json.readValue(plain, TEXTS));
        } catch (IOException e) {
            // without the cause: its message quotes the text
            throw new IllegalStateException("Opened credentials are no JSON object of texts");
        }
    }
}
