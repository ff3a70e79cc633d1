package io.psabridge.connectwise;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where JSON departs from a schema of the description: members that it lacks too. */
final class SchemaCheck {

    private final Description description;
    private final boolean whole;
    private final Set<String> departures = new TreeSet<>();

    /**
     * @param whole whether records have all their members, none was left out on demand
     */
    SchemaCheck(Description description, boolean whole) {
        this.description = description;
        this.whole = whole;
    }

    /** As {@code members of the way: what is wrong}. */
    Set<String> departures() {
        return departures;
    }

    void check(String way, WireObject given, @Nullable Object value) {
        WireObject schema = description.resolved(given);
        if (value == null) {
            if (!schema.flag("nullable")) {
                departs(way, "null");
            }
            return;
        }
        switch (schema.text("type").orElse("anything")) {
            case "object" -> object(way, schema, value);
            case "array" -> array(way, schema, value);
            case "string" -> text(way, schema, value);
            case "boolean" -> is(way, value instanceof Boolean, "no boolean");
            case "integer" -> is(way, value instanceof Integer, "no whole number of 32 bits");
            case "number" -> is(way, value instanceof Number, "no number");
            default -> is(way, !(value instanceof BigInteger), "a number that nobody can read");
        }
    }

    private void object(String way, WireObject schema, Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            departs(way, "no object");
            return;
        }
        WireObject properties = schema.object("properties");
        WireObject more = schema.object("additionalProperties");
        members.forEach((name, member) -> {
            String inside = way + "." + name;
            if (properties.members().containsKey(name)) {
                check(inside, properties.object(String.valueOf(name)), member);
            } else if (!more.isEmpty()) {
                check(way + ".*", more, member);
            } else if (!properties.isEmpty()) {
                departs(inside, "not described");
            }
        });
        if (whole && schema.members().get("required") instanceof List<?> required) {
            for (Object name : required) {
                is(way + "." + name, members.containsKey(name), "missing");
            }
        }
    }

    private void array(String way, WireObject schema, Object value) {
        if (!(value instanceof List<?> rows)) {
            departs(way, "no list");
            return;
        }
        rows.forEach(row -> check(way + "[]", schema.object("items"), row));
    }

    private void text(String way, WireObject schema, Object value) {
        if (!(value instanceof String text)) {
            departs(way, "no text");
            return;
        }
        int longest = schema.number("maxLength").orElse(Integer.MAX_VALUE);
        is(way, text.codePointCount(0, text.length()) <= longest, "too long");
        if (schema.members().get("enum") instanceof List<?> choices) {
            is(way, choices.contains(text), "none of the choices");
        }
        if (schema.text("format").filter("date-time"::equals).isPresent()) {
            is(way, isMoment(text), "no moment");
        }
    }

    private void is(String way, boolean good, String what) {
        if (!good) {
            departs(way, what);
        }
    }

    private void departs(String way, String what) {
        departures.add(way + ": " + what);
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
