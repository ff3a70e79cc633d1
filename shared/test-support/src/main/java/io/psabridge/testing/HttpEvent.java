package io.psabridge.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as API Gateway's HTTP API hands it to a function (payload format 2.0).
 *
 * @param query the raw query, without its question mark; empty for none
 * @param body empty for none
 */
public record HttpEvent(
        String method, String path, String query, Map<String, String> headers, String body) {

    public HttpEvent {
        headers = new LinkedHashMap<>(headers);
    }

    public static HttpEvent of(String method, String path) {
        return new HttpEvent(method, path, "", Map.of(), "");
    }

    public HttpEvent query(String value) {
        return new HttpEvent(method, path, value, headers, body);
    }

    public HttpEvent header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpEvent(method, path, query, more, body);
    }

    public HttpEvent json(String value) {
        return new HttpEvent(method, path, query, headers, value)
                .header("content-type", "application/json");
    }
}
