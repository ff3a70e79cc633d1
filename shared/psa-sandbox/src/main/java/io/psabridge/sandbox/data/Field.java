package io.psabridge.sandbox.data;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member of a model.
 *
 * @param maxLength in characters, or 0 when none is known
 * @param model what a reference or a list's element looks like, or null
 */
public record Field(
        String name,
        Kind kind,
        int maxLength,
        boolean required,
        List<String> choices,
        @Nullable String model) {

    /** How the member is written in JSON. */
    public enum Kind {
        TEXT,
        INT,
        NUMBER,
        BOOL,
        DATE,
        ENUM,
        REF,
        LIST,
        ANY
    }

    /** Reads {@code name kind [required]}, such as {@code summary text(100) required}. */
    static Field parse(String line) {
        String[] words = line.strip().split(" ", 3);
        String kind = words[1];
        int open = kind.indexOf('(');
        String word = open < 0 ? kind : kind.substring(0, open);
        String inside = open < 0 ? "" : kind.substring(open + 1, kind.length() - 1);
        Kind parsed = Kind.valueOf(word.toUpperCase(Locale.ROOT));
        return new Field(
                words[0],
                parsed,
                parsed == Kind.TEXT && !inside.isEmpty() ? Integer.parseInt(inside) : 0,
                words.length == 3,
                parsed == Kind.ENUM ? List.of(inside.split("\\|", -1)) : List.of(),
                (parsed == Kind.REF || parsed == Kind.LIST) && !inside.isEmpty() ? inside : null);
    }
}
