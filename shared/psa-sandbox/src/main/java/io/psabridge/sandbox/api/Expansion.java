package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes out the references that a body brought, the board first: others depend on it. */
final class Expansion {

    private Expansion() {}

    static void expand(Draft draft) {
        expandMember(draft, "board");
        for (String name : List.copyOf(draft.changed())) {
            if (!name.equals("board")) {
                expandMember(draft, name);
            }
        }
    }

    private static void expandMember(Draft draft, String name) {
        Field field = draft.kind().model().field(name);
        Object value = draft.members().get(name);
        if (field == null || field.model() == null || !draft.changed().contains(name)) {
            return;
        }
        if (field.kind() == Field.Kind.REF && value instanceof Map) {
            Map<String, Object> full = reference(draft, field.model(), name, Json.asObject(value));
            if (full == null) {
                draft.members().remove(name);
            } else {
                draft.members().put(name, full);
            }
        } else if (value instanceof List) {
            draft.members().put(name, list(draft, field, Json.asList(value)));
        }
    }

    private static @Nullable Map<String, Object> reference(
            Draft draft, String model, String name, Map<String, Object> given) {
        if (!given.containsKey("id")
                && !given.containsKey("identifier")
                && !given.containsKey("name")) {
            return null;
        }
        long board = draft.reference("board");
        Map<String, Object> full = References.expand(draft.site(), model, given, board);
        if (full == null) {
            References.refuse(draft.errors(), model, name, given, board);
        }
        return full;
    }

    private static List<Object> list(Draft draft, Field field, List<Object> elements) {
        String elementModel = String.valueOf(field.model());
        List<Object> expanded = new ArrayList<>();
        for (Object each : elements) {
            Map<String, Object> element = new LinkedHashMap<>(Json.asObject(each));
            if (elementModel.endsWith("Reference")) {
                Map<String, Object> full = reference(draft, elementModel, field.name(), element);
                expanded.add(full == null ? element : full);
            } else {
                expandInside(draft, Models.of(elementModel), field.name(), element);
                expanded.add(element);
            }
        }
        return expanded;
    }

    private static void expandInside(
            Draft draft, Model model, String path, Map<String, Object> element) {
        for (Field field : model.fields()) {
            if (field.kind() == Field.Kind.REF
                    && field.model() != null
                    && element.get(field.name()) instanceof Map<?, ?> given) {
                Map<String, Object> full =
                        reference(
                                draft,
                                field.model(),
                                path + "/" + field.name(),
                                Json.asObject(given));
                if (full != null) {
                    element.put(field.name(), full);
                }
            }
        }
    }
}
