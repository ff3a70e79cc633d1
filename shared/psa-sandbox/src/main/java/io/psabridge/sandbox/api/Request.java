package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param path still percent-encoded, without the query
 * @param query still percent-encoded, or an empty text
 * @param connection the number of the TCP connection
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes as they came; nobody compares requests
public record Request(
        String method, String path, String query, Headers headers, byte[] body, long connection) {

    /** The headers of a request, found in any letter case. */
    @FunctionalInterface
    public interface Headers {
        @Nullable String get(String name);
    }

    public int urlLength() {
        return path.length() + (query.isEmpty() ? 0 : query.length() + 1);
    }

    public String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; refuses what is not. */
    public Object json() {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw Refusal.unreadable("The request body is not valid JSON.");
        }
    }
}
