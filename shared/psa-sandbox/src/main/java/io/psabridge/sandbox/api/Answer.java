package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. */
@SuppressWarnings("ArrayRecordComponent") // the bytes to send; nobody compares answers
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    public static final String JSON = "application/json; charset=utf-8";
    private static final byte[] NOTHING = {};

    public static Answer json(int status, byte[] body) {
        return new Answer(status, JSON, body, Map.of());
    }

    public static Answer json(int status, Object body) {
        return json(status, Json.bytes(body));
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer noContent() {
        return new Answer(204, "", NOTHING, Map.of());
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }

    public Answer labelled(String otherType) {
        return new Answer(status, otherType, body, headers);
    }
}
