package io.psabridge.connectwise.conformance;

import io.psabridge.http.Call;
import io.psabridge.http.Header;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls and replies with one thing in them changed. */
final class Rewritten {

    private Rewritten() {}

    static Call body(Call call, Object body) {
        return call(call, call.method(), call.uri(), call.headers(), Json.bytes(body));
    }

    static Call headers(Call call, List<Header> headers) {
        return call(call, call.method(), call.uri(), headers, call.body());
    }

    static Call target(Call call, URI uri) {
        return call(call, call.method(), uri, call.headers(), call.body());
    }

    /** A read of what the call is about. */
    static Call asGet(Call call) {
        List<Header> headers =
                call.headers().stream()
                        .filter(header -> !header.name().equals("Content-Type"))
                        .toList();
        return call(call, "GET", call.uri(), headers, null);
    }

    static Call deadline(Call call, Deadline deadline) {
        return new Call(
                call.connection(),
                call.method(),
                call.uri(),
                call.headers(),
                call.body(),
                deadline,
                call.repeatable(),
                call.caCertificate());
    }

    static Call query(Call call, Map<String, String> query) {
        String text =
                query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        URI uri = call.uri();
        String start = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        return target(call, URI.create(text.isEmpty() ? start : start + "?" + text));
    }

    static Map<String, String> query(Call call) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = Optional.ofNullable(call.uri().getRawQuery()).orElse("");
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** What is sent; only for calls with a JSON body. */
    static Object sent(Call call) {
        byte[] body = call.body();
        if (body == null) {
            throw new IllegalArgumentException(call + " has no body");
        }
        return json(body);
    }

    static Reply status(Reply reply, int status) {
        return new Reply(status, reply.headers(), reply.body());
    }

    static Reply json(int status, Object body) {
        return new Reply(
                status, List.of(new Header("Content-Type", "application/json")), Json.bytes(body));
    }

    static Reply body(Reply reply, Object body) {
        return new Reply(reply.status(), reply.headers(), Json.bytes(body));
    }

    static Reply header(Reply reply, String name, String value) {
        List<Header> headers = new ArrayList<>(reply.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Header(name, value));
        return new Reply(reply.status(), headers, reply.body());
    }

    /** The rows of a list, or none for any other answer. */
    static List<Object> rows(Reply reply) {
        return reply.status() == 200 && read(reply) instanceof List<?> rows
                ? List.copyOf(rows)
                : List.of();
    }

    /** The JSON, or nothing when it is none. */
    static @Nullable Object read(Reply reply) {
        try {
            return Json.read(reply.body());
        } catch (IOException e) {
            return null;
        }
    }

    static OutboundException asIfUnwritten(OutboundException failure) {
        return new OutboundException(
                failure.reason(), false, String.valueOf(failure.getMessage()), failure.getCause());
    }

    private static Object json(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call call(
            Call call, String method, URI uri, List<Header> headers, byte @Nullable [] body) {
        return new Call(
                call.connection(),
                method,
                uri,
                headers,
                body,
                call.deadline(),
                call.repeatable(),
                call.caCertificate());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
