package io.psabridge.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a connection found.
 *
 * @param checks in the order of {@link CheckName}; after the first that failed there are none
 * @param psaVersion the PSA's own version text, when it told one
 * @param account names the company whose PSA this is, the same whichever key signs in; present once
 *     signed in
 */
public record Verification(
        List<Check> checks, @Nullable String psaVersion, @Nullable String account) {

    public Verification {
        checks = List.copyOf(checks);
    }

    public boolean ok() {
        return checks.stream().allMatch(Check::ok);
    }

    public Optional<Check> failed() {
        return checks.stream().filter(check -> !check.ok()).findFirst();
    }

    public enum CheckName {
        ADDRESS,
        TLS,
        SIGN_IN,
        CLIENT_ID,
        RIGHTS
    }

    /**
     * One check.
     *
     * @param detail what was found, without a secret
     * @param fix what a person can do; present when it failed
     * @param failure why it failed, for callers that act on codes; present when it failed
     */
    public record Check(
            CheckName name,
            boolean ok,
            String detail,
            @Nullable String fix,
            Duration duration,
            @Nullable PsaException failure) {}
}
