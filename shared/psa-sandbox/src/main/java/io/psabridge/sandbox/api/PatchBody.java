package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the operations of a PATCH into members to set; a value of {@link Json#NULL} clears. */
final class PatchBody {

    /** What the PSA says about a path it does not know. */
    private static final String UNKNOWN_PATH =
            "Length cannot be less than zero.\r\nParameter name: length";

    private final Call call;
    private final Model model;
    private final Map<String, Object> record;
    private final Map<String, Object> changes = new LinkedHashMap<>();

    private PatchBody(Call call, Model model, Map<String, Object> record) {
        this.call = call;
        this.model = model;
        this.record = record;
    }

    static Map<String, Object> changes(Call call, Model model, Map<String, Object> record) {
        if (!(call.request().json() instanceof List<?> operations)) {
            throw Refusal.unreadable("A patch is an array of operations.");
        }
        PatchBody body = new PatchBody(call, model, record);
        for (Object operation : operations) {
            if (!(operation instanceof Map)) {
                throw Refusal.unreadable("A patch is an array of operations.");
            }
            body.add(Json.asObject(operation));
        }
        return body.changes;
    }

    private void add(Map<String, Object> operation) {
        String op = Records.text(operation, "op");
        Object value = operation.getOrDefault("value", Json.NULL);
        if (op.equals("remove")) {
            value = Json.NULL;
        } else if (!op.equals("add") && !op.equals("replace")) {
            throw Refusal.unreadable("The operation '" + op + "' is not supported.");
        }
        List<String> path = path(Records.text(operation, "path"));
        Field field = model.field(path.getFirst());
        if (field == null) {
            throw Refusal.unreadable(UNKNOWN_PATH);
        }
        if (path.size() == 1) {
            changes.put(field.name(), value);
        } else if (call.site().is(Switch.SUB_PATHS, "work")) {
            addInside(field, path, value);
        }
    }

    private List<String> path(String written) {
        if (!written.startsWith("/")) {
            return Arrays.asList(written.split("/", -1));
        }
        if (call.site().is(Switch.PATCH_SLASH, "refused")) {
            throw Refusal.unreadable(UNKNOWN_PATH);
        }
        return Arrays.asList(written.substring(1).split("/", -1));
    }

    private void addInside(Field field, List<String> path, Object value) {
        String inner = path.get(1);
        if (field.kind() == Field.Kind.REF && path.size() == 2 && knows(field, inner)) {
            changes.put(field.name(), Json.object(inner, value));
        } else if (field.kind() == Field.Kind.LIST
                && path.size() == 3
                && knows(field, path.get(2))) {
            changes.put(field.name(), withElement(field, inner, path.get(2), value));
        } else {
            throw Refusal.unreadable(UNKNOWN_PATH);
        }
    }

    private static boolean knows(Field field, String member) {
        return field.model() != null && Models.of(field.model()).field(member) != null;
    }

    private List<Object> withElement(Field field, String index, String member, Object value) {
        Object now =
                changes.getOrDefault(field.name(), record.getOrDefault(field.name(), List.of()));
        List<Object> elements = new ArrayList<>(Json.asList(now));
        if (!index.matches("[0-9]{1,4}") || Integer.parseInt(index) >= elements.size()) {
            throw Refusal.unreadable(UNKNOWN_PATH);
        }
        int at = Integer.parseInt(index);
        Map<String, Object> element = new LinkedHashMap<>(Json.asObject(elements.get(at)));
        element.put(member, value);
        elements.set(at, element);
        return elements;
    }
}
