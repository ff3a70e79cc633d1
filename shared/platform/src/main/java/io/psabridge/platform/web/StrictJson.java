package io.psabridge.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import java.io.IOException;
import java.util.Optional;

/** Refuses a body that goes on after its JSON value: the reader of bodies would not look there. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StrictJson implements Ordered {

    private static final JsonFactory JSON = new JsonFactory();

    private final Routes routes;
    private final QueryParameters parameters;

    StrictJson(Routes routes, QueryParameters parameters) {
        this.routes = routes;
        this.parameters = parameters;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) throws IOException {
        Optional<MethodBasedRouteInfo<?, ?>> route = routes.of(request);
        if (request instanceof ServerHttpRequest<?>
                && isJson(request)
                && route.filter(it -> !parameters.areFree(it)).isPresent()) {
            check(RawBody.of(request));
        }
    }

    private static boolean isJson(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.matchesExtension(MediaType.EXTENSION_JSON))
                .isPresent();
    }

    private static void check(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (isOneValue(parser) && !isEnd(parser)) {
                throw Problem.invalid("The body must end after its JSON value");
            }
        }
    }

    /** What is no value at all, the reader of bodies will say better. */
    private static boolean isOneValue(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            parser.skipChildren();
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isEnd(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return TokenFilter.ORDER + 2;
    }
}
