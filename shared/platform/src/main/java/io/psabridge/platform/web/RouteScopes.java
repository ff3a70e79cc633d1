package io.psabridge.platform.web;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each route demands of its caller's token. */
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
                .map(RouteScopes::name)
                .sorted()
                .distinct()
                .toList();
    }

    /** The scope of every other route, by verb and template, such as {@code GET /v1/providers}. */
    public SortedMap<String, Scope> scopes() {
        SortedMap<String, Scope> scopes = new TreeMap<>();
        router.uriRoutes()
                .filter(RouteScopes::isAllowed)
                .forEach(route -> scopes.put(name(route), scope(route)));
        return scopes;
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    private static Scope scope(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod()
                .getAnnotationMetadata()
                .enumValue(Allowed.class, Scope.class)
                .orElseThrow();
    }

    private static boolean isAllowed(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getAnnotationMetadata().hasAnnotation(Allowed.class);
    }
}
