package io.psabridge.sandbox.query;

import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record that a query names.
 *
 * @param array the list whose elements hold the value, or null when the record itself does
 * @param path the names that lead to it, from the record or from the list's element
 * @param choices the allowed values of an enumeration, else empty
 */
public record Column(
        String name, Kind kind, @Nullable String array, List<String> path, List<String> choices) {

    /** What the values are, as far as comparing goes. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        MOMENT,
        /** A whole reference: only null can be compared with it. */
        REFERENCE
    }

    /** The value in this record or element, or null when there is none. */
    @Nullable Object of(Map<String, Object> holder) {
        Object value = holder;
        for (String step : path) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(step);
        }
        return Json.isNull(value) ? null : value;
    }
}
