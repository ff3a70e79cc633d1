package io.psabridge.standalone;

import java.util.LinkedHashMap;
import java.util.Map;

/** YAML's own maps, read and put together. */
final class Tree {

    /** Marks a member that stands instead of what it would be merged with. */
    static final String INSTEAD = "x-instead";

    private Tree() {}

    /** The members of a member; none when it is absent. */
    static Map<String, Object> members(Map<String, Object> parent, String name) {
        Object value = parent.get(name);
        return value == null ? Map.of() : object(value);
    }

    @SuppressWarnings("unchecked") // YAML's own maps
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** All of {@code base}, with what {@code more} adds to it or says otherwise, at any depth. */
    static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> more) {
        Map<String, Object> result = new LinkedHashMap<>(base);
        more.forEach((name, value) -> result.merge(name, value, Tree::mergedValue));
        return result;
    }

    private static Object mergedValue(Object base, Object more) {
        if (base instanceof Map && more instanceof Map && !object(more).containsKey(INSTEAD)) {
            return merged(object(base), object(more));
        }
        return more;
    }
}
