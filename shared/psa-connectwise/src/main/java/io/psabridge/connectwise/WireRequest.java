package io.psabridge.connectwise;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param path below {@code apis/3.0}, made of our own words and of ids
 * @param query not yet encoded
 * @param body to be written as JSON
 * @param writes whether it may change something
 * @param rights what the role needs for it, the likeliest to be missing first
 */
record WireRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable Object body,
        boolean writes,
        List<Right> rights) {

    static WireRequest get(String path, Right right) {
        return new WireRequest("GET", path, Map.of(), null, false, List.of(right));
    }

    static WireRequest post(String path, Map<String, ?> body, Right right) {
        return new WireRequest("POST", path, Map.of(), body, true, List.of(right));
    }

    static WireRequest patch(String path, List<Map<String, Object>> operations, Right... rights) {
        return new WireRequest("PATCH", path, Map.of(), operations, true, List.of(rights));
    }

    static WireRequest delete(String path, Right right) {
        return new WireRequest("DELETE", path, Map.of(), null, true, List.of(right));
    }

    /** A search changes nothing, though it is a POST. */
    static WireRequest search(String path, Map<String, ?> body, Right right) {
        return new WireRequest("POST", path, Map.of(), body, false, List.of(right));
    }

    WireRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new WireRequest(method, path, more, body, writes, rights);
    }

    /** The path with its query, percent-encoded. */
    String target() {
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    /** One part of a path or query, with everything encoded that could mean something there. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** For messages: never the query, which may hold a person's words. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
