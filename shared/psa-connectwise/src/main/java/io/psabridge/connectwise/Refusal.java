package io.psabridge.connectwise;

import io.psabridge.http.Reply;
import io.psabridge.spi.PsaException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ConnectWise said when it said no, in whatever form: JSON whose code has one of two names,
 * plain text, HTML or nothing. Holds no secret.
 *
 * @param message absent for a page made for people
 * @param errors one a field
 */
record Refusal(
        int status,
        @Nullable String code,
        @Nullable String message,
        List<Fault> errors,
        @Nullable String requestId,
        @Nullable String serverVersion) {

    /** One entry of {@code errors}. */
    record Fault(String code, String message, String field) {}

    static Refusal read(Reply reply, Excerpt excerpt) {
        String requestId = reply.header("x-cw-request-id").map(excerpt::of).orElse(null);
        String version = reply.header("api-current-version").map(excerpt::of).orElse(null);
        Optional<WireObject> body = json(reply);
        if (body.isEmpty()) {
            return new Refusal(
                    reply.status(), null, plain(reply, excerpt), List.of(), requestId, version);
        }
        WireObject said = body.get();
        return new Refusal(
                reply.status(),
                lenient(said, "code")
                        .or(() -> lenient(said, "error"))
                        .map(excerpt::of)
                        .orElse(null),
                lenient(said, "message").map(excerpt::of).orElse(null),
                faults(said, excerpt),
                requestId,
                version);
    }

    PsaException.Answer answer() {
        return new PsaException.Answer(status, code, message, requestId);
    }

    boolean says(String words) {
        return message != null && message.contains(words);
    }

    /** Whether the code stands at the top or in one of the entries. */
    boolean hasCode(String wanted) {
        return wanted.equals(code) || errors.stream().anyMatch(fault -> fault.code.equals(wanted));
    }

    private static Optional<WireObject> json(Reply reply) {
        try {
            return Json.read(reply.body()) instanceof Map<?, ?> members
                    ? Optional.of(new WireObject(members))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String plain(Reply reply, Excerpt excerpt) {
        String text = reply.text().strip();
        return text.isEmpty() || text.contains("<") ? null : excerpt.of(text);
    }

    private static List<Fault> faults(WireObject said, Excerpt excerpt) {
        if (!(said.members().get("errors") instanceof List<?> entries)) {
            return List.of();
        }
        return entries.stream()
                .filter(Map.class::isInstance)
                .map(entry -> new WireObject((Map<?, ?>) entry))
                .map(entry ->
                        new Fault(
                                lenient(entry, "code").orElse(""),
                                excerpt.of(lenient(entry, "message").orElse("")),
                                excerpt.of(lenient(entry, "field").orElse(""))))
                .toList();
    }

    private static Optional<String> lenient(WireObject said, String name) {
        return said.members().get(name) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
