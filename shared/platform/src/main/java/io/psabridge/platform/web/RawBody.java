package io.psabridge.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.util.concurrent.CompletionException;

/** The very bytes of a request's body. */
public final class RawBody {

    private RawBody() {}

    /** Waits for all of it; none when there is no body. Leaves it for others to read. */
    public static byte[] of(HttpRequest<?> request) {
        return switch (request) {
            case ServerHttpRequest<?> server -> bytes(server);
            // how a controller gets it in a function
            case HttpRequestWrapper<?> wrapper -> of(wrapper.getDelegate());
            default -> throw new IllegalStateException("This is no request of a server");
        };
    }

    private static byte[] bytes(ServerHttpRequest<?> request) {
        try (CloseableAvailableByteBody body =
                request.byteBody().split(SplitBackpressureMode.FASTEST).buffer().join()) {
            return body.toByteArray();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
