package io.psabridge.functions.maintenance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of a task's request. Complaints name members, never values. */
record Members(Map<?, ?> values) {

    /** Refuses members other than these. */
    void allow(Set<String> names) {
        for (Object name : values.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw new TaskException(
                        name + " is no member of this request; known are " + new TreeSet<>(names));
            }
        }
    }

    /** Absent, or a text. */
    @Nullable String text(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new TaskException(name + " must be a text");
    }

    /** Present, and an object. */
    Members object(String name) {
        if (values.get(name) instanceof Map<?, ?> members) {
            return new Members(members);
        }
        throw new TaskException(name + " must be an object");
    }

    /** Present, and a list of objects. */
    List<Members> objects(String name) {
        if (values.get(name) instanceof List<?> items) {
            return items.stream().map(item -> member(name, item)).toList();
        }
        throw new TaskException(name + " must be a list");
    }

    private static Members member(String name, @Nullable Object item) {
        if (item instanceof Map<?, ?> members) {
            return new Members(members);
        }
        throw new TaskException(name + " must be a list of objects");
    }
}
