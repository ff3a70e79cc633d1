package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.query.FieldSelection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records in the form in which they leave the PSA. */
final class Shown {

    private Shown() {}

    static byte[] bytes(Call call, Kind kind, Row row, @Nullable FieldSelection fields) {
        boolean normalised =
                kind.table().equals(Tables.NOTES) && call.site().is(Switch.NOTE_TEXT, "normalised");
        if (fields == null && !normalised && call.site().is(Switch.UNSET_REFERENCES, "absent")) {
            return row.json();
        }
        Map<String, Object> shown = withUnset(call, kind, row.members());
        if (normalised
                && call.request().method().equals("GET")
                && shown.get("text") instanceof String text) {
            shown = new LinkedHashMap<>(shown);
            shown.put("text", text.replace(".", "\\."));
        }
        return Json.bytes(fields == null ? shown : fields.of(shown));
    }

    private static Map<String, Object> withUnset(
            Call call, Kind kind, Map<String, Object> members) {
        String form = call.site().choice(Switch.UNSET_REFERENCES);
        if (form.equals("absent")) {
            return members;
        }
        Map<String, Object> all = new LinkedHashMap<>(members);
        for (Field field : kind.model().fields()) {
            if (field.kind() == Field.Kind.REF) {
                all.putIfAbsent(field.name(), form.equals("empty") ? Map.of() : Json.NULL);
            } else if (form.equals("null")) {
                all.putIfAbsent(field.name(), Json.NULL);
            }
        }
        return all;
    }
}
