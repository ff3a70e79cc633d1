package io.psabridge.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request over HTTP/1.1; {@link #bytes} once, sent often. */
record Request(String method, String target, Map<String, String> headers, String body) {

    static Request get(String target) {
        return new Request("GET", target, Map.of(), "");
    }

    static Request post(String target, String json) {
        return new Request("POST", target, Map.of("Content-Type", "application/json"), json);
    }

    static Request delete(String target) {
        return new Request("DELETE", target, Map.of(), "");
    }

    Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, target, more, body);
    }

    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                method
                        + " "
                        + target
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + headers.entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                                .collect(Collectors.joining())
                        + (content.length > 0 ? "Content-Length: " + content.length + "\r\n" : "")
                        + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
