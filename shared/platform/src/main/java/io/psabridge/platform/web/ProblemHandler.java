package io.psabridge.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers whatever no more special handler does. */
@Singleton
@Produces(MediaType.APPLICATION_JSON_PROBLEM)
final class ProblemHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ProblemAnswers answers;

    ProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface declares it raw
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        HttpRequest<?> failed = request;
        return answers.answer(failed, Failures.problem(failed, exception));
    }
}
