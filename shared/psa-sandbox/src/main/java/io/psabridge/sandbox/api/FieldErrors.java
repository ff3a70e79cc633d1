package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The faults of one body; all are reported at once. */
final class FieldErrors {

    private final String resource;
    private final List<Map<String, Object>> errors = new ArrayList<>();

    FieldErrors(String resource) {
        this.resource = resource;
    }

    void add(String code, String message, String field) {
        errors.add(
                Json.object(
                        "code", code, "message", message, "resource", resource, "field", field));
    }

    void missing(String field) {
        add("MissingRequiredField", "The " + field + " field is required.", field);
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(resource, errors);
        }
    }
}
