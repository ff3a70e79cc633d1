package io.psabridge.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.psabridge.platform.config.PlatformDefaults;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses bodies that are too large, unknown or repeated query parameters, and U+0000 in any of
 * them.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class StrictRequests implements Ordered {

    private final Routes routes;
    private final QueryParameters parameters;

    StrictRequests(Routes routes, QueryParameters parameters) {
        this.routes = routes;
        this.parameters = parameters;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        routes.of(request)
                .ifPresent(route -> {
                    if (request.getContentLength() > PlatformDefaults.MAX_BODY) {
                        throw Problem.of(ProblemCode.PAYLOAD_TOO_LARGE)
                                .detail("A request body has at most 1 MiB")
                                .build();
                    }
                    checkText(request);
                    if (!parameters.areFree(route)) {
                        checkNames(request, route);
                    }
                });
    }

    private void checkNames(HttpRequest<?> request, MethodBasedRouteInfo<?, ?> route) {
        Set<String> known = parameters.of(route);
        for (Map.Entry<String, List<String>> parameter : request.getParameters()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw Problem.invalid(
                        name,
                        known.isEmpty()
                                ? "this route takes no query parameter"
                                : "unknown query parameter; known are "
                                        + String.join(", ", new TreeSet<>(known)));
            }
            if (parameter.getValue().size() > 1) {
                throw Problem.invalid(name, "is given more than once");
            }
        }
    }

    private static void checkText(HttpRequest<?> request) {
        for (Map.Entry<String, List<String>> parameter : request.getParameters()) {
            if (parameter.getKey().indexOf('\0') >= 0
                    || parameter.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw Problem.invalid("The query must not contain U+0000");
            }
        }
        if (request.getUri().getPath().indexOf('\0') >= 0) {
            throw Problem.invalid("The path must not contain U+0000");
        }
    }

    @Override
    public int getOrder() {
        return TokenFilter.ORDER + 1;
    }
}
