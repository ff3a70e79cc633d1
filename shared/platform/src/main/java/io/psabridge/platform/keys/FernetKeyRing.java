package io.psabridge.platform.keys;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import com.macasaet.fernet.TokenValidationException;
import io.psabridge.platform.config.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A local key ring of Fernet keys: the newest wraps, all unwrap. Prints no key. */
public final class FernetKeyRing implements KeyWrapper {

    private static final int KEY_BYTES = 32;

    /** Version 0x80 and the first bytes of a time, in base64. */
    private static final byte[] MARK = "gAAAA".getBytes(StandardCharsets.US_ASCII);

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

    /** Whether some key ring wrapped this, by its form. */
    static boolean isToken(byte[] wrapped) {
        return wrapped.length > MARK.length
                && Arrays.equals(wrapped, 0, MARK.length, MARK, 0, MARK.length);
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
        Token token =
                token(new String(wrapped, StandardCharsets.US_ASCII))
                        .orElseThrow(() ->
                                new KeyRefusedException(
                                        KmsBlob.isOne(wrapped)
                                                ? "The data key was wrapped by AWS KMS: set KMS_KEY_ID"
                                                : "The data key was not wrapped by a Fernet key ring"));
        byte[] payload =
                open(token, FernetAge.ANY)
                        .orElseThrow(() ->
                                new KeyRefusedException(
                                        "The data key was changed, or wrapped by a key that is not in the ring"));
        return WrappedPayload.key(payload, context);
    }

    @Override
    public boolean isNewest(byte[] wrapped) {
        return token(new String(wrapped, StandardCharsets.US_ASCII))
                .flatMap(token -> opened(token, keys.getFirst(), FernetAge.ANY))
                .isPresent();
    }

    /**
     * What another program sealed under one of these keys, whenever that was. Fails with {@link
     * KeyRefusedException} when it was changed, or is dated more than a minute ahead of the clock.
     */
    public byte[] open(String token, Clock clock) {
        return token(token)
                .flatMap(read -> open(read, FernetAge.past(clock)))
                .orElseThrow(() ->
                        new KeyRefusedException(
                                "The Fernet token was changed, is dated in the future, or was made under a"
                                        + " key that is not in PSA_BRIDGE_FERNET_KEYS"));
    }

    private Optional<byte[]> open(Token token, FernetAge age) {
        return keys.stream().flatMap(key -> opened(token, key, age).stream()).findFirst();
    }

    private static Optional<byte[]> opened(Token token, Key key, FernetAge age) {
        try {
            return Optional.of(token.validateAndDecrypt(key, age));
        } catch (TokenValidationException e) {
            return Optional.empty();
        }
    }

    /** Base64 that decodes to the same bytes in another way was changed, too. */
    private static Optional<Token> token(String text) {
        try {
            return Optional.of(Token.fromString(text))
                    .filter(token -> token.serialise().equals(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
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
}
