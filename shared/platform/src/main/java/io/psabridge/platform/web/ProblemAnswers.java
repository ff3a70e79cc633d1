package io.psabridge.platform.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Writes every failure as {@code application/problem+json}. */
@Singleton
@Primary
final class ProblemAnswers implements ErrorResponseProcessor<String> {

    private static final long MAX_RETRY_AFTER = Duration.ofHours(1).toSeconds();

    private final JsonMapper json;
    private final Routes routes;

    ProblemAnswers(JsonMapper json, Routes routes) {
        this.json = json;
        this.routes = routes;
    }

    @Override
    public MutableHttpResponse<String> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Problem problem =
                context.getRootCause()
                        .map(cause -> Failures.problem(request, cause))
                        .orElseGet(() -> Failures.ofStatus(response.code()));
        return answer(request, problem, response);
    }

    MutableHttpResponse<String> answer(HttpRequest<?> request, Problem problem) {
        return answer(request, problem, HttpResponse.ok());
    }

    private MutableHttpResponse<String> answer(
            HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
        AccessLog.outcome(request, problem.code());
        ProblemView view =
                ProblemView.of(problem, routes.shownPath(request), RequestIds.of(request));
        if (problem.code() == ProblemCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problem.retryAfter()
                .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return response.status(problem.code().status())
                .body(write(view))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private static String seconds(Duration wait) {
        long roundedUp = wait.plusMillis(999).toSeconds();
        return String.valueOf(Math.clamp(roundedUp, 1, MAX_RETRY_AFTER));
    }

    private String write(ProblemView view) {
        try {
            return json.writeValueAsString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
