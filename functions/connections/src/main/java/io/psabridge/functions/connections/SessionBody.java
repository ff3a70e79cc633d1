package io.psabridge.functions.connections;

import io.micronaut.core.annotation.Introspected;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.RequestCheck;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connect session should be like.
 *
 * @param expiresInSeconds 60 to 1800; 900 when it is absent
 * @param returnUrl where the page leads back to; its origin must be a configured one
 */
@Introspected
record SessionBody(@Nullable Integer expiresInSeconds, @Nullable String returnUrl) {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 1_800;
    private static final int USUAL = 900;
    private static final int LONGEST_URL = 2_000;

    /** Fails with {@code invalid_request}. */
    static SessionBody read(Patch body) {
        body.allow(Set.of("expiresInSeconds", "returnUrl"));
        RequestCheck check = new RequestCheck();
        int seconds = body.number("expiresInSeconds").orElse(USUAL);
        check.that(
                seconds >= SHORTEST && seconds <= LONGEST,
                "expiresInSeconds",
                "must be between " + SHORTEST + " and " + LONGEST);
        String returnUrl =
                check.optionalText("returnUrl", body.text("returnUrl").orElse(null), LONGEST_URL);
        check.verify();
        return new SessionBody(seconds, returnUrl);
    }

    Duration valid() {
        return Duration.ofSeconds(expiresInSeconds == null ? USUAL : expiresInSeconds);
    }
}
