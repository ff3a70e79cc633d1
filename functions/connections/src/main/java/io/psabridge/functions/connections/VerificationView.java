package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.spi.Verification;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check of a connection found; after the first check that failed there are no more. */
@Serdeable
record VerificationView(boolean ok, List<CheckView> checks, @Nullable String psaVersion) {

    static VerificationView of(Verification result) {
        return new VerificationView(
                result.ok(),
                result.checks().stream().map(CheckView::of).toList(),
                result.psaVersion());
    }

    /**
     * One check.
     *
     * @param name address, tls, sign_in, client_id or rights
     * @param fix what a person can do, when it failed
     */
    @Serdeable
    record CheckView(
            String name, boolean ok, String detail, @Nullable String fix, long durationMs) {

        static CheckView of(Verification.Check check) {
            return new CheckView(
                    check.name().name().toLowerCase(Locale.ROOT),
                    check.ok(),
                    check.detail(),
                    check.fix(),
                    check.duration().toMillis());
        }
    }
}
