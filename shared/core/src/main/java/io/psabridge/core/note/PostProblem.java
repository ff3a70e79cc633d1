package io.psabridge.core.note;

import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a note is not in the PSA, or not known to be.
 *
 * @param code a problem code, or {@code outcome_unknown}
 * @param fix what a person can do, when known
 */
public record PostProblem(String code, String detail, @Nullable String fix, Instant at) {

    static final String OUTCOME_UNKNOWN = "outcome_unknown";

    static PostProblem of(Problem problem) {
        return new PostProblem(
                problem.code().wireName(),
                problem.detail(),
                problem.fix().orElse(null),
                Instant.now());
    }

    /** Nobody will look for it any more. */
    static PostProblem outcomeUnknown(String why) {
        return new PostProblem(
                OUTCOME_UNKNOWN,
                why,
                "Look at the ticket in the PSA. When the note is not there, retry this post.",
                Instant.now());
    }

    static PostProblem temporarilyUnavailable(String detail) {
        return new PostProblem(
                ProblemCode.TEMPORARILY_UNAVAILABLE.wireName(), detail, null, Instant.now());
    }
}
