package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sandbox's requests in the kit's terms. */
final class Requests {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]");
    private static final Pattern OPERATOR = Pattern.compile("[<>=!]+|\\b(?:contains|like|in)\\b");

    private Requests() {}

    static Received read(ReceivedRequest request) {
        boolean search = request.path().endsWith("/search");
        return new Received(
                request.method() + " " + request.path() + "?" + request.query() + request.body(),
                !request.method().equals("GET") && !search,
                fields(request),
                terms(request),
                request.member().isEmpty() ? null : request.company() + "/" + request.member());
    }

    private static Set<TicketField> fields(ReceivedRequest request) {
        Set<TicketField> fields = EnumSet.noneOf(TicketField.class);
        if (!request.method().equals("PATCH")) {
            return fields;
        }
        for (Object operation : Json.asList(parsed(request.body()))) {
            String path = SandboxRecords.text(Json.asObject(operation), "path");
            if (path.equals("summary")) {
                fields.add(TicketField.SUMMARY);
            }
            for (Map.Entry<TicketField, String> each : SandboxRecords.REFERENCES.entrySet()) {
                if (each.getValue().equals(path)) {
                    fields.add(each.getKey());
                }
            }
        }
        return fields;
    }

    private static @Nullable Integer terms(ReceivedRequest request) {
        String conditions = "";
        if (request.path().endsWith("/search")) {
            conditions = SandboxRecords.text(Json.asObject(parsed(request.body())), "conditions");
        }
        for (String part : List.of(request.query().split("&", -1))) {
            if (part.startsWith("conditions=")) {
                conditions =
                        URLDecoder.decode(
                                part.substring("conditions=".length()), StandardCharsets.UTF_8);
            }
        }
        return conditions.isEmpty()
                ? null
                : (int)
                        OPERATOR.matcher(LITERAL.matcher(conditions).replaceAll("x"))
                                .results()
                                .count();
    }

    private static Object parsed(String body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
