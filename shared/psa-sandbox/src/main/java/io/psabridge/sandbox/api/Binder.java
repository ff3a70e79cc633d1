package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Field;
import io.psabridge.sandbox.data.Model;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of a body as strictly about names and as leniently about types as the PSA does. */
final class Binder {

    private final String source;

    /**
     * @param source the body as it came, to tell where an unknown member stands
     */
    Binder(String source) {
        this.source = source;
    }

    /** The members with their values in the model's types; null stays {@link Json#NULL}. */
    Map<String, Object> bind(Model model, Map<String, Object> body) {
        return bind(model, body, "");
    }

    private Map<String, Object> bind(Model model, Map<String, Object> body, String path) {
        Map<String, Object> bound = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            Field field = model.field(name);
            if (field == null) {
                throw unknown(model, name, path);
            }
            bound.put(name, Json.isNull(value) ? value : value(field, value, path + name));
        });
        return bound;
    }

    Object value(Field field, Object value, String path) {
        Object bound =
                switch (field.kind()) {
                    case TEXT ->
                            value instanceof Map || value instanceof List
                                    ? null
                                    : String.valueOf(value);
                    case INT -> whole(value);
                    case NUMBER -> number(value);
                    case BOOL -> flag(value);
                    case DATE -> value instanceof String text ? date(text) : null;
                    case ENUM -> choice(field, value);
                    case REF -> value instanceof Map ? reference(field, value, path) : null;
                    case LIST -> value instanceof List ? list(field, value, path) : null;
                    case ANY -> value;
                };
        if (bound == null) {
            throw Refusal.unreadable(
                    "Error converting value " + Json.text(value) + ". Path '" + path + "'.");
        }
        return bound;
    }

    private Object reference(Field field, Object value, String path) {
        return bind(Models.of(String.valueOf(field.model())), Json.asObject(value), path + ".");
    }

    private Object list(Field field, Object value, String path) {
        String element = field.model();
        if (element == null) {
            return value;
        }
        List<Object> bound = new ArrayList<>();
        for (Object each : Json.asList(value)) {
            if (!(each instanceof Map)) {
                throw Refusal.unreadable(
                        "Error converting value " + Json.text(each) + ". Path '" + path + "'.");
            }
            bound.add(
                    bind(
                            Models.of(element),
                            Json.asObject(each),
                            path + "[" + bound.size() + "]."));
        }
        return bound;
    }

    private Refusal unknown(Model model, String name, String path) {
        int at = source.indexOf('"' + name + '"');
        int end = source.indexOf(':', at + name.length());
        return Refusal.unreadable(
                "Could not find member '"
                        + name
                        + "' on object of type '"
                        + model.name()
                        + "'. Path '"
                        + path
                        + name
                        + "', line 1, position "
                        + (end + 1)
                        + ".Check your accept header to make sure you are using the correct version.");
    }

    private static @Nullable Object whole(Object value) {
        if (value instanceof Long) {
            return value;
        }
        Object number = number(value);
        return number instanceof Double exact && exact == Math.rint(exact)
                ? (Object) exact.longValue()
                : null;
    }

    private static @Nullable Object number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (!(value instanceof String text)) {
            return null;
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object flag(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        String text = String.valueOf(value);
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        return text.equalsIgnoreCase("false") ? (Object) false : null;
    }

    private static @Nullable Object choice(Field field, Object value) {
        for (String choice : field.choices()) {
            if (choice.equalsIgnoreCase(String.valueOf(value))) {
                return choice;
            }
        }
        return null;
    }

    private static @Nullable Object date(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text) + "T00:00:00Z"
                    : Site.stamp(Instant.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
