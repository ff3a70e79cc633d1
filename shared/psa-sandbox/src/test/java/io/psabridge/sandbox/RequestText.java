package io.psabridge.sandbox;

import io.psabridge.sandbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The query and the body of a transcript's request, as they go over the wire. */
final class RequestText {

    private RequestText() {}

    static String query(Transcript.Exchange exchange) {
        StringBuilder query = new StringBuilder();
        Json.asObject(exchange.request().getOrDefault("query", Map.of()))
                .forEach((name, value) ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(name)
                                .append("=")
                                .append(
                                        URLEncoder.encode(
                                                String.valueOf(value), StandardCharsets.UTF_8)));
        return query.toString();
    }

    static byte[] body(Transcript.Exchange exchange) {
        Object body = exchange.request().get("body");
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof Map<?, ?> map && map.get("parts") instanceof Map<?, ?> parts) {
            return multipart(Json.asObject(parts));
        }
        return Json.bytes(body);
    }

    private static byte[] multipart(Map<String, Object> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach((name, value) -> {
            StringBuilder head =
                    new StringBuilder(
                            "--pb\r\nContent-Disposition: form-data; name=\"" + name + "\"");
            byte[] content = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            if (value instanceof Map<?, ?> file) {
                head.append("; filename=\"")
                        .append(file.get("filename"))
                        .append("\"\r\nContent-Type: ")
                        .append(file.get("contentType"));
                content =
                        new byte[((Long) Json.asObject(file).getOrDefault("bytes", 0L)).intValue()];
            }
            out.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.writeBytes(content);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        out.writeBytes("--pb--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
