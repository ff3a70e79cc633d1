package io.psabridge.testing;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** API Gateway's payload format 2.0, to and fro. */
final class EventJson {

    private EventJson() {}

    static String of(HttpEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "2.0");
        json.put("routeKey", "$default");
        json.put("rawPath", event.path());
        json.put("rawQueryString", event.query());
        Map<String, String> headers = new TreeMap<>();
        headers.put("host", "api.example.com");
        event.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        json.put("headers", headers);
        if (!event.query().isEmpty()) {
            json.put("queryStringParameters", parameters(event.query()));
        }
        json.put("requestContext", context(event));
        if (!event.body().isEmpty()) {
            json.put("body", event.body());
        }
        json.put("isBase64Encoded", false);
        try {
            return JSON.std.asString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FunctionAnswer answer(String json) {
        try {
            Map<String, Object> answer = JSON.std.mapFrom(json);
            if (!(answer.get("statusCode") instanceof Integer status)) {
                throw new IllegalStateException("The function answered no HTTP response: " + json);
            }
            Map<String, String> headers = new TreeMap<>();
            addHeaders(headers, answer.get("multiValueHeaders"));
            addHeaders(headers, answer.get("headers"));
            String body = answer.get("body") instanceof String text ? text : "";
            boolean base64 = Boolean.TRUE.equals(answer.get("isBase64Encoded"));
            return new FunctionAnswer(
                    status,
                    headers,
                    base64
                            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                            : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addHeaders(Map<String, String> headers, @Nullable Object given) {
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    headers.put(
                            name.toString().toLowerCase(Locale.ROOT),
                            value instanceof List<?> values
                                    ? values.getFirst().toString()
                                    : String.valueOf(value)));
        }
    }

    /** As the gateway does it: values of one name are joined by a comma. */
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        Arrays.stream(query.split("&", -1))
                .forEach(pair -> {
                    String[] parts = pair.split("=", 2);
                    parameters.merge(
                            decoded(parts[0]),
                            parts.length > 1 ? decoded(parts[1]) : "",
                            (a, b) -> a + "," + b);
                });
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> context(HttpEvent event) {
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", event.method());
        http.put("path", event.path());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", "192.0.2.1");
        http.put("userAgent", "test");
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", "000000000000");
        context.put("apiId", "test");
        context.put("domainName", "api.example.com");
        context.put("http", http);
        context.put("requestId", "test");
        context.put("routeKey", "$default");
        context.put("stage", "$default");
        context.put("time", "01/Jan/2026:00:00:00 +0000");
        context.put("timeEpoch", 1_767_225_600_000L);
        return context;
    }
}
