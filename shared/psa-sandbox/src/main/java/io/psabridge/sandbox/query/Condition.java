package io.psabridge.sandbox.query;

import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;

/** A filter on records, or on the elements of a list inside a record. */
public sealed interface Condition {

    boolean holds(Map<String, Object> record);

    /** Nothing to ask for: every record passes. */
    record All() implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            return true;
        }
    }

    record And(List<Condition> terms) implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            for (Condition term : terms) {
                if (!term.holds(record)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Or(List<Condition> terms) implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            for (Condition term : terms) {
                if (term.holds(record)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Condition term) implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            return !term.holds(record);
        }
    }

    /** One comparison of a value. */
    record Compare(Column column, ValueTest test) implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            return test.passes(column.of(record));
        }
    }

    /** Some element of the list makes the condition true. */
    record AnyElement(String array, Condition condition) implements Condition {
        @Override
        public boolean holds(Map<String, Object> record) {
            if (!(record.get(array) instanceof List<?> elements)) {
                return false;
            }
            for (Object element : elements) {
                if (element instanceof Map<?, ?> && condition.holds(Json.asObject(element))) {
                    return true;
                }
            }
            return false;
        }
    }
}
