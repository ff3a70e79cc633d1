package io.psabridge.platform.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the verified {@link Caller} to a controller's method. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    private static final String ATTRIBUTE = "psabridge.caller";

    static Optional<Caller> caller(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    static void store(HttpRequest<?> request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    static Caller require(HttpRequest<?> request) {
        return caller(request)
                .orElseThrow(() -> Problem.unauthenticated("This needs a bearer token"));
    }

    @Override
    public BindingResult<Caller> bind(
            ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        Caller caller = require(source);
        return () -> Optional.of(caller);
    }

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }
}
