package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.api.References;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.util.HashMap;
import java.util.Map;

/** Puts records of a new company on their shelves. */
final class Shelf {

    private final Site site;
    private final Map<String, Map<String, Object>> references = new HashMap<>();

    Shelf(Site site) {
        this.site = site;
    }

    /** Stores a record made of names and values in turn; it is old and nobody changed it since. */
    void put(String table, long id, Object... namesAndValues) {
        put(table, id, Json.object(namesAndValues));
    }

    void put(String table, long id, Map<String, Object> members) {
        Map<String, Object> record = Json.object("id", id);
        record.putAll(members);
        record.putIfAbsent(
                "_info", Json.object("lastUpdated", "2025-01-09T10:00:00Z", "updatedBy", "tferro"));
        site.table(table).put(id, record);
    }

    /** The reference to a record that is on its shelf already. */
    Map<String, Object> to(String model, long id) {
        return references.computeIfAbsent(model + id, key -> References.to(site, model, id));
    }
}
