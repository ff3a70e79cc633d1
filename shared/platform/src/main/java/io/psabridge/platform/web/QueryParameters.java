package io.psabridge.platform.web;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.web.router.MethodBasedRouteInfo;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The query parameters that each route knows: those that it takes as {@code @QueryValue}, also
 * within a {@code @RequestBean}, and those that {@link QueryNames} lists.
 */
@Singleton
final class QueryParameters {

    private final Map<Object, Set<String>> known = new ConcurrentHashMap<>();

    boolean areFree(MethodBasedRouteInfo<?, ?> route) {
        return route.getTargetMethod().getAnnotationMetadata().hasAnnotation(AnyQuery.class);
    }

    Set<String> of(MethodBasedRouteInfo<?, ?> route) {
        return known.computeIfAbsent(route.getTargetMethod(), method -> read(route));
    }

    private static Set<String> read(MethodBasedRouteInfo<?, ?> route) {
        Set<String> names =
                new HashSet<>(
                        Arrays.asList(
                                route.getTargetMethod()
                                        .getAnnotationMetadata()
                                        .stringValues(QueryNames.class)));
        for (Argument<?> argument : route.getTargetMethod().getArguments()) {
            if (argument.getAnnotationMetadata().hasAnnotation(RequestBean.class)) {
                for (BeanProperty<?, ?> property :
                        BeanIntrospection.getIntrospection(argument.getType())
                                .getBeanProperties()) {
                    addIfQuery(names, property.asArgument());
                }
            } else {
                addIfQuery(names, argument);
            }
        }
        return Set.copyOf(names);
    }

    private static void addIfQuery(Set<String> names, Argument<?> argument) {
        if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
            names.add(
                    argument.getAnnotationMetadata()
                            .stringValue(QueryValue.class)
                            .filter(name -> !name.isEmpty())
                            .orElseGet(argument::getName));
        }
    }
}
