package io.psabridge.core.callback;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What makes a callback's address unguessable: 256 random bits. Prints nothing. */
final class CallbackToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private CallbackToken(String value) {
        this.value = value;
    }

    static CallbackToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new CallbackToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As it came in an address, whether it was ever given or not. */
    static CallbackToken of(String value) {
        return new CallbackToken(value);
    }

    static boolean isPossible(String value) {
        return FORM.matcher(value).matches();
    }

    /** All that is stored of it; enough to know it again. */
    byte[] hash() {
        return Hashes.sha256(value);
    }

    /** In clear, for the address that the PSA is given. */
    String expose() {
        return value;
    }

    @Override
    public String toString() {
        return "[token]";
    }
}
