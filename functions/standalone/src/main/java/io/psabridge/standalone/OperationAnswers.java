package io.psabridge.standalone;

import io.psabridge.platform.web.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the description says of an operation's answers, the good and the bad. */
final class OperationAnswers {

    private static final Map<String, String> MEANINGS =
            Map.of(
                    "200", "As asked",
                    "201", "Made",
                    "202", "Stored, and will be done",
                    "204", "Done; there is nothing more to say");

    private OperationAnswers() {}

    /** By status, the good ones first. */
    static Map<String, Object> of(Operation operation) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Tree.members(operation.content(), "responses")
                .forEach((status, answer) ->
                        answers.put(status, good(operation, status, Tree.object(answer))));
        OperationProblems.of(operation).stream()
                .collect(
                        Collectors.groupingBy(
                                ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) -> answers.put(status.toString(), bad(status, codes)));
        answers.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return answers;
    }

    private static Map<String, Object> good(
            Operation operation, String status, Map<String, Object> answer) {
        Map<String, Object> result = new LinkedHashMap<>(answer);
        result.put("description", MEANINGS.getOrDefault(status, "As asked"));
        Map<String, Object> headers = headers();
        if (status.equals("201")) {
            headers.put("Location", header("Location"));
        }
        if (operation.takesKey()) {
            headers.put("Idempotency-Replayed", header("IdempotencyReplayed"));
        }
        result.put("headers", headers);
        return result;
    }

    private static Map<String, Object> bad(int status, List<ProblemCode> codes) {
        Map<String, Object> headers = headers();
        if (status == 401) {
            headers.put("WWW-Authenticate", header("Authenticate"));
        }
        if (codes.stream().anyMatch(OperationAnswers::maySayWhen)) {
            headers.put("Retry-After", header("RetryAfter"));
        }
        Map<String, Object> examples = new LinkedHashMap<>();
        codes.forEach(code ->
                examples.put(
                        code.wireName(),
                        Map.of("$ref", "#/components/examples/" + code.wireName())));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", Map.of("$ref", "#/components/schemas/Problem"));
        content.put("examples", examples);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("description", description(codes));
        result.put("headers", headers);
        result.put("content", Map.of("application/problem+json", content));
        return result;
    }

    private static String description(List<ProblemCode> codes) {
        return codes.stream()
                .map(code -> "`" + code.wireName() + "`: " + code.title())
                .collect(Collectors.joining(". ", "", "."));
    }

    private static boolean maySayWhen(ProblemCode code) {
        return switch (code) {
            case IDEMPOTENCY_IN_PROGRESS,
                    RATE_LIMITED,
                    PSA_RATE_LIMITED,
                    TEMPORARILY_UNAVAILABLE,
                    PSA_TIMEOUT ->
                    true;
            default -> false;
        };
    }

    private static Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("X-Request-Id", header("RequestId"));
        return headers;
    }

    private static Map<String, Object> header(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }
}
