package io.psabridge.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Which route a request means, also when its body or its Accept header does not fit the route. */
@Singleton
final class Routes {

    private final Router router;

    Routes(Router router) {
        this.router = router;
    }

    Optional<MethodBasedRouteInfo<?, ?>> of(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .or(() -> meant(request))
                .filter(MethodBasedRouteInfo.class::isInstance)
                .map(route -> (MethodBasedRouteInfo<?, ?>) route);
    }

    /** The request's path, or the template in its place where the path holds a secret. */
    String shownPath(HttpRequest<?> request) {
        for (UriRouteMatch<Object, Object> match : router.<Object, Object>findAny(request)) {
            UriRouteInfo<Object, Object> route = match.getRouteInfo();
            if (route.getTargetMethod().getAnnotationMetadata().hasAnnotation(SecretPath.class)) {
                return route.getUriMatchTemplate().toPathString();
            }
        }
        return request.getPath();
    }

    private Optional<RouteInfo<?>> meant(HttpRequest<?> request) {
        for (UriRouteMatch<Object, Object> match : router.<Object, Object>findAny(request)) {
            RouteInfo<?> route = match.getRouteInfo();
            if (match.getRouteInfo().getHttpMethodName().equals(request.getMethodName())) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
