package io.psabridge.core.connection;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.config.GuessLimit;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Site;
import io.psabridge.spi.Verification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps a tenant from trying keys one after the other. Counts in the database and by its clock, so
 * that all processes count together.
 */
@Singleton
final class Guesses {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final BridgeSettings settings;
    private final TenantTransactions transactions;
    private final GuessRepository guesses;

    Guesses(BridgeSettings settings, TenantTransactions transactions, GuessRepository guesses) {
        this.settings = settings;
        this.transactions = transactions;
        this.guesses = guesses;
    }

    /** Tries keys; fails with {@code rate_limited}, and tries none, beyond the limit. */
    Verification limited(TenantId tenant, Site site, Supplier<Verification> trial) {
        GuessLimit limit = settings.guessLimit().orElse(null);
        return limit == null
                ? trial.get()
                : counted(tenant, SiteUrls.server(site.host()), limit, trial);
    }

    private Verification counted(
            TenantId tenant, String server, GuessLimit limit, Supplier<Verification> trial) {
        String id = transactions.in(tenant, () -> begun(tenant, server, limit));
        boolean refused = false;
        try {
            Verification result = trial.get();
            refused =
                    result.failed()
                            .map(Verification.Check::failure)
                            .filter(Guesses::isRefusal)
                            .isPresent();
            return result;
        } catch (PsaException e) {
            refused = isRefusal(e);
            throw e;
        } finally {
            boolean known = refused;
            transactions.run(tenant, () -> guesses.end(tenant, id, known));
        }
    }

    private String begun(TenantId tenant, String server, GuessLimit limit) {
        guesses.lock(tenant);
        guesses.forgetOld(tenant);
        guesses.waitForAttempt(tenant, limit)
                .ifPresent(wait -> {
                    throw limited(
                            "Connections were made, verified or given new keys "
                                    + limit.attempts()
                                    + " times within a minute; that is the limit.",
                            wait);
                });
        guesses.waitForRefused(tenant, server, limit)
                .ifPresent(wait -> {
                    throw limited(
                            "This PSA refused "
                                    + limit.refused()
                                    + " keys within 15 minutes; no more are tried for now.",
                            wait);
                });
        if (guesses.mayBeRefused(tenant, server, limit)) {
            throw limited(
                    "As many keys as may be refused are being tried at this PSA right now.",
                    A_MOMENT);
        }
        return guesses.insert(tenant, server);
    }

    private static boolean isRefusal(PsaException failure) {
        return failure.code() == PsaErrorCode.UNAUTHENTICATED;
    }

    private static Problem limited(String detail, Duration wait) {
        return Problem.of(ProblemCode.RATE_LIMITED)
                .detail(detail)
                .fix("Check the keys in the PSA, then try again after the time in Retry-After.")
                .retryAfter(wait)
                .build();
    }
}
