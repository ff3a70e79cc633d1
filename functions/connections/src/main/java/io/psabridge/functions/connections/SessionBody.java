package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.web.RequestCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a connect session should be like.
 *
 * @param expiresInSeconds 60 to 1800; 900 when it is absent
 * @param returnUrl where the page leads back to; its origin must be a configured one
 */
@Serdeable
record SessionBody(@Nullable Integer expiresInSeconds, @Nullable String returnUrl) {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 1_800;
    private static final int USUAL = 900;
    private static final int LONGEST_URL = 2_000;

    /** Fails with {@code invalid_request}. */
    Duration valid() {
        int seconds = expiresInSeconds == null ? USUAL : expiresInSeconds;
        RequestCheck check = new RequestCheck();
        check.that(
                seconds >= SHORTEST && seconds <= LONGEST,
                "expiresInSeconds",
                "must be between " + SHORTEST + " and " + LONGEST);
        check.optionalText("returnUrl", returnUrl, LONGEST_URL);
        check.verify();
        return Duration.ofSeconds(seconds);
    }
}
