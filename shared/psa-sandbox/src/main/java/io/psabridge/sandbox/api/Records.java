package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Table;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Small questions to records. */
final class Records {

    private Records() {}

    /** The id inside a reference, or 0 when there is none. */
    static long referenceId(Map<String, Object> record, String member) {
        return record.get(member) instanceof Map<?, ?> reference
                        && reference.get("id") instanceof Long id
                ? id
                : 0;
    }

    static String text(Map<String, Object> record, String member) {
        return record.get(member) instanceof String text ? text : "";
    }

    static boolean flag(Map<String, Object> record, String member) {
        return Boolean.TRUE.equals(record.get(member));
    }

    static long number(Map<String, Object> record, String member) {
        return record.get(member) instanceof Long number ? number : 0;
    }

    static @Nullable Row first(Table table, Predicate<Map<String, Object>> wanted) {
        for (Row row : table.ascending()) {
            if (wanted.test(row.members())) {
                return row;
            }
        }
        return null;
    }
}
