package io.psabridge.platform.keys;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import com.macasaet.fernet.TokenValidationException;
import com.macasaet.fernet.Validator;
import io.psabridge.platform.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A local key ring of Fernet keys: the newest wraps, all unwrap. Prints no key. */
public final class FernetKeyRing implements KeyWrapper {

    private static final int KEY_BYTES = 32;
    private static final Validator<byte[]> ANY_AGE = new AnyAge();

    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys;

    private FernetKeyRing(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads comma-separated Fernet keys, the newest first; fails with {@link
     * ConfigurationException}.
     */
    public static FernetKeyRing of(String commaSeparated) {
        return new FernetKeyRing(
                Arrays.stream(commaSeparated.split(",", -1)).map(FernetKeyRing::key).toList());
    }

    /** A new Fernet key. */
    public static String generate() {
        return Key.generateKey(new SecureRandom()).serialise();
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        byte[] payload = WrappedPayload.of(key, context);
        return Token.generate(random, keys.getFirst(), payload)
                .serialise()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        return WrappedPayload.key(open(token(wrapped)), context);
    }

    private byte[] open(Token token) {
        return keys.stream()
                .flatMap(key -> opened(token, key).stream())
                .findFirst()
                .orElseThrow(() ->
                        new KeyRefusedException(
                                "The data key was changed, or wrapped by a key that is not in the ring"));
    }

    private static Optional<byte[]> opened(Token token, Key key) {
        try {
            return Optional.of(token.validateAndDecrypt(key, ANY_AGE));
        } catch (TokenValidationException e) {
            return Optional.empty();
        }
    }

    private static Token token(byte[] wrapped) {
        try {
            return Token.fromString(new String(wrapped, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new KeyRefusedException("The data key was not wrapped by a Fernet key ring");
        }
    }

    private static Key key(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.strip());
            if (bytes.length == KEY_BYTES) {
                return new Key(text.strip());
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static ConfigurationException malformed() {
        return new ConfigurationException(
                "PSA_BRIDGE_FERNET_KEYS: each key is 32 bytes in URL-safe base64");
    }

    @Override
    public String toString() {
        return "FernetKeyRing[" + keys.size() + " keys]";
    }

    /** A wrapped key lives as long as its row. */
    private static final class AnyAge implements Validator<byte[]> {

        @Override
        public TemporalAmount getTimeToLive() {
            return Duration.ofDays(365_000);
        }

        @Override
        public TemporalAmount getMaxClockSkew() {
            return getTimeToLive();
        }

        @Override
        public Function<byte[], byte[]> getTransformer() {
            return Function.identity();
        }
    }
}
