package io.psabridge.platform.web;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the routes that anybody may call, for a test that lists those that should be so. */
@Singleton
public final class RouteScopes {

    private final Router router;

    RouteScopes(Router router) {
        this.router = router;
    }

    /** Verb and template of every route without {@link Allowed}, sorted. */
    public List<String> open() {
        return router.uriRoutes()
                .filter(route -> !isAllowed(route))
                .map(route ->
                        route.getHttpMethodName()
                                + " "
                                + route.getUriMatchTemplate().toPathString())
                .sorted()
                .distinct()
                .toList();
    }

    private static boolean isAllowed(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getAnnotationMetadata().hasAnnotation(Allowed.class);
    }
}
