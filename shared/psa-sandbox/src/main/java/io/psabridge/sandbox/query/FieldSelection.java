package io.psabridge.sandbox.query;

import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code fields=} leaves of a record: the members it names, and nothing else. */
public final class FieldSelection {

    private final Map<String, FieldSelection> members = new LinkedHashMap<>();

    private FieldSelection() {}

    /** Null when everything was asked for. */
    public static @Nullable FieldSelection parse(@Nullable String source) {
        if (source == null || source.isBlank()) {
            return null;
        }
        FieldSelection selection = new FieldSelection();
        for (String path : source.split(",", -1)) {
            FieldSelection at = selection;
            for (String step : path.strip().split("/", -1)) {
                at = at.members.computeIfAbsent(step, name -> new FieldSelection());
            }
        }
        return selection;
    }

    public Map<String, Object> of(Map<String, Object> record) {
        Map<String, Object> kept = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            FieldSelection inner = members.get(name);
            if (inner != null) {
                kept.put(name, inner.trim(value));
            }
        });
        return kept;
    }

    private Object trim(Object value) {
        if (members.isEmpty()) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> map -> of(Json.asObject(map));
            case List<?> list -> list.stream().map(element -> trim(element)).toList();
            default -> value;
        };
    }
}
