package io.psabridge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.psabridge.spi.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls as tests make them. */
final class Calls {

    private static final Duration LONG = Duration.ofSeconds(20);

    private Calls() {}

    static Call get(String uri) {
        return get(uri, LONG);
    }

    static Call get(String uri, Duration time) {
        return call("GET", uri, null, time, null);
    }

    static Call post(String uri, String body) {
        return post(uri, body, LONG);
    }

    static Call post(String uri, String body, Duration time) {
        return call("POST", uri, body, time, null);
    }

    static Call trusting(@Nullable String caCertificate, String uri) {
        return call("GET", uri, null, LONG, caCertificate);
    }

    static Call withHeader(String uri, String name, String value) {
        return new Call(
                "c",
                "GET",
                URI.create(uri),
                List.of(new Header(name, value)),
                null,
                Deadline.in(LONG),
                true,
                null);
    }

    static Call call(
            String method,
            String uri,
            @Nullable String body,
            Duration time,
            @Nullable String caCertificate) {
        return new Call(
                "connection-1",
                method,
                URI.create(uri),
                List.of(new Header("Authorization", "Basic c2VjcmV0LWtleQ==")),
                body == null ? null : body.getBytes(UTF_8),
                Deadline.in(time),
                method.equals("GET"),
                caCertificate);
    }
}
