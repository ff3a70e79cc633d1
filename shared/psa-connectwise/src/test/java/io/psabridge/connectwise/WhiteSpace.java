package io.psabridge.connectwise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON values with runs of white space as one blank, where a client may choose. */
final class WhiteSpace {

    private WhiteSpace() {}

    static Object folded(Object value) {
        return switch (value) {
            case String text -> text.replaceAll("\\s+", " ");
            case List<?> items -> items.stream().map(WhiteSpace::folded).toList();
            case Map<?, ?> members -> {
                Map<Object, Object> folded = new HashMap<>();
                members.forEach((name, member) -> folded.put(name, folded(member)));
                yield folded;
            }
            default -> value;
        };
    }
}
