package io.psabridge.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the description says of requests that take an {@code Idempotency-Key}. */
final class KeyedPosts {

    private static final Map<String, Object> KEY =
            Map.of("$ref", "#/components/parameters/IdempotencyKey");
    private static final Map<String, Object> REPLAYED =
            Map.of("$ref", "#/components/headers/IdempotencyReplayed");

    private KeyedPosts() {}

    /** Every POST does but those whose answer holds a secret, and those that a PSA sends. */
    static boolean takes(String verb, String path) {
        return verb.equals("post")
                && path.startsWith("/v1/")
                && !path.startsWith("/v1/callbacks/")
                && !path.startsWith("/v1/connect-sessions");
    }

    /** The operation with the header of its request, and that of its 2xx answers. */
    static Map<String, Object> described(Map<String, Object> operation) {
        Map<String, Object> result = new LinkedHashMap<>(operation);
        List<Object> parameters = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> given) {
            parameters.addAll(given);
        }
        parameters.add(KEY);
        result.put("parameters", parameters);
        if (operation.get("responses") instanceof Map<?, ?> responses) {
            Map<String, Object> all = new LinkedHashMap<>();
            responses.forEach((status, response) ->
                    all.put(String.valueOf(status), answer(String.valueOf(status), response)));
            result.put("responses", all);
        }
        return result;
    }

    private static Object answer(String status, Object response) {
        if (!status.startsWith("2") || !(response instanceof Map<?, ?> members)) {
            return response;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        members.forEach((name, value) -> result.put(String.valueOf(name), value));
        result.put("headers", Map.of("Idempotency-Replayed", REPLAYED));
        return result;
    }
}
