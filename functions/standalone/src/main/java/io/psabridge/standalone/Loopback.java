package io.psabridge.standalone;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Host names and literals that mean this machine, told without a look-up. */
final class Loopback {

    private static final Pattern NAME =
            Pattern.compile(
                    "localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|\\d{1,2})){3}|\\[?::1]?",
                    Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    static boolean isNamedBy(@Nullable String host) {
        return host != null && NAME.matcher(host).matches();
    }
}
