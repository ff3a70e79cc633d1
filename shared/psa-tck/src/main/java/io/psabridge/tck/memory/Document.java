package io.psabridge.tck.memory;

import io.psabridge.spi.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as the PSA in memory writes it: texts, flags, and references to other records. */
final class Document {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    Document put(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    void remove(String name) {
        members.remove(name);
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    /** Fails when it is not there: then this is no such record. */
    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new Unreadable("no text " + name);
    }

    @Nullable String optional(String name) {
        return members.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    boolean flag(String name) {
        return members.get(name) instanceof Boolean flag && flag;
    }

    @Nullable Ref reference(String name) {
        if (members.get(name) instanceof Document other) {
            String id = other.optional("id");
            if (id != null) {
                String label = other.optional("name");
                return new Ref(id, label == null ? "" : label);
            }
        }
        return null;
    }

    /** Status 200 with something that is no such record. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** As JSON. */
    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) ->
                json.append(json.length() == 1 ? "" : ",")
                        .append(quoted(name))
                        .append(':')
                        .append(
                                value instanceof String text
                                        ? quoted(text)
                                        : String.valueOf(value)));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    switch (c) {
                        case '"', '\\' -> quoted.append('\\').append((char) c);
                        default -> {
                            if (c < ' ') {
                                quoted.append("\\u%04x".formatted(c));
                            } else {
                                quoted.append((char) c);
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }
}
