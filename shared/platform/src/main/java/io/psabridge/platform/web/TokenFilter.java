package io.psabridge.platform.web;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import java.util.Optional;

/**
 * Lets nobody through to a route that is {@link Allowed} to a scope without a token that has it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TokenFilter implements Ordered {

    static final int ORDER = 100;

    private static final String SCHEME = "Bearer ";

    private final Routes routes;
    private final TokenVerifier verifier;

    TokenFilter(Routes routes, TokenVerifier verifier) {
        this.routes = routes;
        this.verifier = verifier;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        routes.of(request)
                .map(TokenFilter::annotations)
                .filter(route -> route.hasAnnotation(Allowed.class))
                .ifPresent(route -> {
                    Caller caller = verifier.verify(token(request)).in(RequestIds.of(request));
                    CallerBinder.store(request, caller);
                    caller.require(route.enumValue(Allowed.class, Scope.class).orElseThrow());
                    if (caller.via() == Caller.Via.PAGE
                            && !route.booleanValue(Allowed.class, "page").orElse(true)) {
                        throw Problem.of(ProblemCode.INSUFFICIENT_SCOPE)
                                .detail("The token of a connect session does not allow this")
                                .build();
                    }
                });
    }

    private static AnnotationMetadata annotations(MethodBasedRouteInfo<?, ?> route) {
        return route.getTargetMethod().getAnnotationMetadata();
    }

    private static String token(HttpRequest<?> request) {
        String header =
                Optional.ofNullable(request.getHeaders().get("Authorization"))
                        .orElseThrow(() -> Problem.unauthenticated("This needs a bearer token"));
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthenticated("The Authorization header must be: Bearer <token>");
        }
        return header.substring(SCHEME.length()).strip();
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
