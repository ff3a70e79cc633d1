package io.psabridge.sandbox.api;

import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom fields travel as a whole array: who is missing from it loses its value. */
final class CustomFields {

    private CustomFields() {}

    static List<Object> merge(@Nullable Object stored, List<Object> given) {
        Map<Object, Object> values = new HashMap<>();
        for (Object each : given) {
            Map<String, Object> field = Json.asObject(each);
            values.put(field.getOrDefault("id", Json.NULL), field.getOrDefault("value", Json.NULL));
        }
        List<Object> merged = new ArrayList<>();
        for (Object each : stored instanceof List<?> ? Json.asList(stored) : given) {
            Map<String, Object> field = new LinkedHashMap<>(Json.asObject(each));
            field.put("value", values.getOrDefault(field.getOrDefault("id", Json.NULL), Json.NULL));
            merged.add(field);
        }
        return merged;
    }
}
