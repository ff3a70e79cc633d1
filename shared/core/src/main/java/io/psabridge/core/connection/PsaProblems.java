package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketField;
import java.time.Duration;

/** What a PSA's failure becomes in the API: the one table. */
final class PsaProblems {

    private static final String LOOK_FIRST =
            "It may have happened all the same. Look in the PSA before you send it again.";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private PsaProblems() {}

    static ProblemCode code(PsaException failure) {
        return switch (failure.code()) {
            case INVALID_REQUEST -> ProblemCode.INVALID_REQUEST;
            case UNAUTHENTICATED -> ProblemCode.PSA_AUTHENTICATION_FAILED;
            case PERMISSION_DENIED -> ProblemCode.PSA_PERMISSION_DENIED;
            case NOT_FOUND -> ProblemCode.NOT_FOUND;
            case REJECTED -> ProblemCode.PSA_REJECTED;
            case NOT_SUPPORTED -> ProblemCode.CAPABILITY_NOT_SUPPORTED;
            case SITE_NOT_ALLOWED -> ProblemCode.PSA_SITE_NOT_ALLOWED;
            case STATUS_NOT_ON_BOARD -> ProblemCode.STATUS_NOT_ON_BOARD;
            case MEMBER_NOT_FOUND -> ProblemCode.MEMBER_NOT_FOUND;
            case NOT_APPLIED ->
                    statusIgnored(failure)
                            ? ProblemCode.PSA_STATUS_NOT_APPLIED
                            : ProblemCode.PSA_BAD_RESPONSE;
            case RATE_LIMITED -> ProblemCode.PSA_RATE_LIMITED;
            case TIMEOUT -> ProblemCode.PSA_TIMEOUT;
            case UNAVAILABLE -> ProblemCode.PSA_UNAVAILABLE;
            case UNEXPECTED_REPLY -> ProblemCode.PSA_BAD_RESPONSE;
        };
    }

    static Problem of(PsaException failure, String provider, Repeat repeat) {
        boolean look = failure.effect() == Effect.UNKNOWN && repeat == Repeat.DOUBLES;
        ProblemCode code = look ? ProblemCode.PSA_TIMEOUT : code(failure);
        Problem.Builder problem = Problem.of(code).detail(String.valueOf(failure.getMessage()));
        problem.fix(look ? LOOK_FIRST : failure.fix().orElse(null));
        if (look) {
            problem.retryable(false).outcomeUnknown(true);
        }
        failure.errors().forEach(error -> problem.error(error.field(), error.message()));
        failure.answer()
                .ifPresent(answer ->
                        problem.provider(
                                new Problem.Provider(
                                        provider,
                                        answer.status(),
                                        answer.code(),
                                        answer.message())));
        if (failure.code() == PsaErrorCode.RATE_LIMITED) {
            problem.retryAfter(failure.retryAfter().orElse(Duration.ofSeconds(30)));
        }
        return problem.cause(failure).build();
    }

    /** The PSA asked to be left alone, and still wants to be. */
    static Problem blocked(Duration time) {
        return Problem.of(ProblemCode.PSA_RATE_LIMITED)
                .detail("The PSA asked us to wait; nothing is sent to it until then.")
                .retryAfter(time.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : time)
                .build();
    }

    private static boolean statusIgnored(PsaException failure) {
        return failure.errors().stream()
                .anyMatch(error -> error.field().equals(TicketField.STATUS.wireName()));
    }
}
