package io.psabridge.platform.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it, with the members that the API adds. */
@Serdeable
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        boolean retryable,
        @Nullable String fix,
        @Nullable List<Problem.FieldError> errors,
        Problem.@Nullable Provider provider) {

    static ProblemView of(Problem problem, String instance, String requestId) {
        ProblemCode code = problem.code();
        return new ProblemView(
                code.type(),
                code.title(),
                code.status(),
                problem.detail(),
                instance,
                code.wireName(),
                requestId,
                problem.retryable(),
                problem.fix().orElse(null),
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.provider().orElse(null));
    }
}
