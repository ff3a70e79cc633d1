package io.psabridge.standalone;

import io.psabridge.platform.web.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An example of each problem, as it comes over the wire. */
final class ProblemExamples {

    private ProblemExamples() {}

    /** By code. */
    static Map<String, Object> all() {
        Map<String, Object> examples = new LinkedHashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            examples.put(code.wireName(), Map.of("value", example(code)));
        }
        return examples;
    }

    private static Map<String, Object> example(ProblemCode code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", code.type());
        problem.put("title", code.title());
        problem.put("status", code.status());
        problem.put("detail", code.title());
        problem.put("instance", "/v1/connections/con_01J8Z3N7Q4M5S6T7V8W9X0Y1Z2");
        problem.put("code", code.wireName());
        problem.put("requestId", "0f6f2f0e-3c1b-4a53-9d57-0d6f3a1c2b4e");
        problem.put("retryable", code.retryable());
        return problem;
    }
}
