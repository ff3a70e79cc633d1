package io.psabridge.sandbox.data;

import io.psabridge.sandbox.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored record. Its members are never changed: a change is a new row. */
public final class Row {

    private final long id;
    private final Map<String, Object> members;
    private volatile byte @Nullable [] json;

    public Row(long id, Map<String, Object> members) {
        this.id = id;
        this.members = members;
    }

    public long id() {
        return id;
    }

    public Map<String, Object> members() {
        return members;
    }

    /** The record as JSON, written once. */
    public byte[] json() {
        byte[] known = json;
        if (known == null) {
            known = Json.bytes(members);
            json = known;
        }
        return known;
    }
}
