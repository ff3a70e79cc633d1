package io.psabridge.connectwise;

import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import io.psabridge.spi.Verification.Check;
import io.psabridge.spi.Verification.CheckName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks as they are done; each took the time since the one before. */
final class CheckList {

    private static final String SEEK_HELP = "Look at the detail, or ask whoever runs the server";

    private final List<Check> checks = new ArrayList<>();
    private long since = System.nanoTime();

    void passed(CheckName name, String detail) {
        checks.add(new Check(name, true, detail, null, lap(), null));
    }

    void failed(CheckName name, PsaException failure) {
        checks.add(
                new Check(
                        name,
                        false,
                        String.valueOf(failure.getMessage()),
                        failure.fix().orElse(SEEK_HELP),
                        lap(),
                        failure));
    }

    Verification result(@Nullable String version, @Nullable String account) {
        return new Verification(checks, version, account);
    }

    private Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - since);
        since = now;
        return lap;
    }
}
