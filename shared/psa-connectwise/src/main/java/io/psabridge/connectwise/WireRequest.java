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

    static WireRequest get(String path) {
        return of("GET", path, null, false);
    }

    static WireRequest post(String path, Map<String, ?> body) {
        return of("POST", path, body, true);
    }

    /** Needs what the table says, unless it is known better. */
    static WireRequest patch(String path, List<Map<String, Object>> operations, Right... rights) {
        WireRequest request = of("PATCH", path, operations, true);
        return rights.length == 0
                ? request
                : new WireRequest("PATCH", path, Map.of(), operations, true, List.of(rights));
    }

    static WireRequest delete(String path) {
        return of("DELETE", path, null, true);
    }

    /** A search changes nothing, though it is a POST. */
    static WireRequest search(String path, Map<String, ?> body) {
        return of("POST", path, body, false);
    }

    /** What ConnectWise is asked to do, such as "show ticket 7". */
    String doing() {
        return Endpoint.of(method, path).doing(path);
    }

    /** The record that must be there, such as "ticket 7"; empty for lists. */
    String subject() {
        return Endpoint.of(method, path).subject(path);
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

    private static WireRequest of(
            String method, String path, @Nullable Object body, boolean writes) {
        List<Right> rights = Endpoint.of(method, path).rights();
        return new WireRequest(method, path, Map.of(), body, writes, rights);
    }

    /** One part of a path or query, with everything encoded that could mean something there. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** For log lines: never the query, which may hold a person's words. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
