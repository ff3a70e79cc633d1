package io.psabridge.platform.web;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives every request an id: the caller's when it is well-formed, else a new one. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestIds implements Ordered {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "psabridge.request-id";
    private static final String STARTED = "psabridge.started";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final AccessLog log;

    RequestIds(AccessLog log) {
        this.log = log;
    }

    /** The id of this request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class)
                .orElseGet(() -> {
                    String id = taken(request.getHeaders().get(HEADER));
                    request.setAttribute(ATTRIBUTE, id);
                    return id;
                });
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        request.setAttribute(STARTED, System.nanoTime());
        context.add(new MdcPropagationContext(Map.of("requestId", of(request))));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HEADER, of(request));
        long started = request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime);
        log.write(request, response, System.nanoTime() - started);
    }

    private static String taken(@Nullable String offered) {
        return offered != null && FORM.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
