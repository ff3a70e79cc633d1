package io.psabridge.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line a request, as key-value pairs. Names the route's template, never the path. */
@Singleton
final class AccessLog {

    static final String LOGGER = "io.psabridge.access";

    private static final String OUTCOME = "psabridge.outcome";
    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** Notes the problem that the request ended with. */
    static void outcome(HttpRequest<?> request, ProblemCode code) {
        request.setAttribute(OUTCOME, code.wireName());
    }

    void write(HttpRequest<?> request, HttpResponse<?> response, long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo();
        line = line.addKeyValue("requestId", RequestIds.of(request));
        Optional<Caller> caller = CallerBinder.caller(request);
        if (caller.isPresent()) {
            line = line.addKeyValue("tenant", caller.get().tenant().value());
        }
        Optional<String> connection = connection(request);
        if (connection.isPresent()) {
            line = line.addKeyValue("connection", connection.get());
        }
        line.addKeyValue("operation", operation(request))
                .addKeyValue("outcome", outcome(request, response))
                .addKeyValue("durationMs", TimeUnit.NANOSECONDS.toMillis(nanos))
                .log("request");
    }

    private static String outcome(HttpRequest<?> request, HttpResponse<?> response) {
        return response.code() < 400
                ? "ok"
                : request.getAttribute(OUTCOME, String.class)
                        .orElseGet(() -> String.valueOf(response.code()));
    }

    private static String operation(HttpRequest<?> request) {
        return request.getMethodName()
                + " "
                + route(request)
                        .map(match -> match.getRouteInfo().getUriMatchTemplate().toPathString())
                        .orElse("(no route)");
    }

    private static Optional<String> connection(HttpRequest<?> request) {
        return route(request)
                .filter(match -> CallerBinder.caller(request).isPresent())
                .flatMap(match ->
                        Stream.of("connection", "connectionId")
                                .map(match.getVariableValues()::get)
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .findFirst());
    }

    private static Optional<UriRouteMatch<?, ?>> route(HttpRequest<?> request) {
        Optional<RouteMatch<?>> match = RouteAttributes.getRouteMatch(request);
        return match.filter(UriRouteMatch.class::isInstance)
                .map(found -> (UriRouteMatch<?, ?>) found);
    }
}
