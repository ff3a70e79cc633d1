package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change behind the API's back: members to set on a record, which is made when it is missing, or
 * its removal.
 *
 * @param table such as {@code service/tickets}
 * @param set null to remove the record
 */
public record RecordChange(String table, long id, @Nullable Map<String, Object> set) {

    public static RecordChange set(String table, long id, Map<String, Object> members) {
        return new RecordChange(table, id, members);
    }

    public static RecordChange remove(String table, long id) {
        return new RecordChange(table, id, null);
    }

    static RecordChange fromJson(Map<String, Object> json) {
        Object id = json.get("id");
        Object table = json.get("table");
        if (!(id instanceof Long number) || !(table instanceof String name)) {
            throw new IllegalArgumentException(
                    "A change needs table and id, and set or \"remove\": true");
        }
        Object set = json.get("set");
        return set == null ? remove(name, number) : set(name, number, Json.asObject(set));
    }
}
