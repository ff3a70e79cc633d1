package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.queue.Backoff;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaProvider.SettleTimes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells what a failed attempt means for its note. */
@Singleton
final class Outcomes {

    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    private final Connections connections;
    private final BridgeSettings settings;

    Outcomes(Connections connections, BridgeSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /**
     * @param attempt which attempt it was, from 1
     */
    Outcome of(ConnectionNow now, PsaException failure, int attempt) {
        Problem problem = connections.problem(now, failure);
        if (failure.code() == PsaErrorCode.NOT_APPLIED) {
            return new Outcome.Altered(problem);
        }
        if (failure.effect() == Effect.UNKNOWN) {
            return new Outcome.Uncertain(PostProblem.of(problem), settleTime(now, failure));
        }
        return isForGood(failure.code())
                ? new Outcome.Refused(problem)
                : new Outcome.Later(
                        PostProblem.of(problem),
                        failure.retryAfter().orElseGet(() -> BACKOFF.after(attempt - 1)));
    }

    /** For an attempt of which nothing is known, not even an answer. */
    Duration settleTime(ConnectionNow now) {
        return settings.settleTime().orElseGet(() -> times(now).withoutAnswer());
    }

    /** For an attempt whose process died; from its start. */
    Duration settleTimeFromStart(ConnectionNow now) {
        return settings.requestBudget().plus(settleTime(now));
    }

    private Duration settleTime(ConnectionNow now, PsaException failure) {
        boolean serverError = failure.answer().filter(answer -> answer.status() >= 500).isPresent();
        return serverError
                ? settings.settleTime().orElseGet(() -> times(now).afterServerError())
                : settleTime(now);
    }

    private SettleTimes times(ConnectionNow now) {
        return connections.providerOf(now.connection()).settleTimes();
    }

    private static boolean isForGood(PsaErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST,
                    PERMISSION_DENIED,
                    NOT_FOUND,
                    REJECTED,
                    NOT_SUPPORTED,
                    MEMBER_NOT_FOUND,
                    STATUS_NOT_ON_BOARD ->
                    true;
            default -> false;
        };
    }
}
