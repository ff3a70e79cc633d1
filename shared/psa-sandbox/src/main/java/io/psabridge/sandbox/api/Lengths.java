package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Refuses text that is too long, counted in characters, and members that are missing. */
final class Lengths {

    private Lengths() {}

    static void check(Draft draft, Predicate<String> looksAt) {
        check(draft.kind().model(), draft.members(), "", looksAt, draft.errors());
    }

    static void required(Draft draft) {
        for (Field field : draft.kind().model().fields()) {
            Object value = draft.members().get(field.name());
            boolean blank = value == null || Json.isNull(value) || value.equals("");
            if (field.required() && blank && !wasGiven(draft, field)) {
                draft.errors().missing(field.name());
            }
        }
    }

    /** A reference that leads nowhere has been reported already. */
    private static boolean wasGiven(Draft draft, Field field) {
        return field.kind() == Field.Kind.REF && draft.changed().contains(field.name());
    }

    private static void check(
            Model model,
            Map<String, Object> record,
            String path,
            Predicate<String> looksAt,
            FieldErrors errors) {
        for (Field field : model.fields()) {
            Object value = looksAt.test(field.name()) ? record.get(field.name()) : null;
            if (field.maxLength() > 0 && value instanceof String text && isTooLong(text, field)) {
                errors.add(
                        "MaxLengthField",
                        "The field "
                                + field.name()
                                + " must be a string with a maximum length of "
                                + field.maxLength()
                                + ".",
                        path + field.name());
            }
            if (field.model() != null && value instanceof List<?> elements) {
                for (Object element : elements) {
                    if (element instanceof Map) {
                        check(
                                Models.of(field.model()),
                                Json.asObject(element),
                                path + field.name() + "/",
                                name -> true,
                                errors);
                    }
                }
            }
        }
    }

    private static boolean isTooLong(String text, Field field) {
        return text.codePointCount(0, text.length()) > field.maxLength();
    }
}
