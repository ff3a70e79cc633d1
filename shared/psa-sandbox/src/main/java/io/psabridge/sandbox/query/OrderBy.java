package io.psabridge.sandbox.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of a list. Fails with {@link QueryException} for a name it does not know. */
public final class OrderBy {

    /** Which ways a list of records in id order has to be turned. */
    public enum ById {
        ASCENDING,
        DESCENDING,
        NO
    }

    private final List<Key> keys;

    private record Key(Column column, boolean descending) {}

    private OrderBy(List<Key> keys) {
        this.keys = keys;
    }

    /** Blank means: by id, ascending. */
    public static OrderBy parse(@Nullable String source, Columns columns) {
        List<Key> keys = new ArrayList<>();
        if (source != null && !source.isBlank()) {
            for (String part : source.split(",", -1)) {
                keys.add(key(part.strip(), columns));
            }
        }
        return new OrderBy(keys);
    }

    private static Key key(String part, Columns columns) {
        String[] words = part.split("\\s+", -1);
        Column column = columns.find(words[0]);
        if (column == null || column.array() != null || words.length > 2) {
            throw new QueryException(part + " is not a recognized name.");
        }
        String direction = words.length == 2 ? words[1].toLowerCase(Locale.ROOT) : "asc";
        return switch (direction) {
            case "asc" -> new Key(column, false);
            case "desc" -> new Key(column, true);
            default -> throw new QueryException(part + " is not a recognized name.");
        };
    }

    public ById byId() {
        if (keys.isEmpty()) {
            return ById.ASCENDING;
        }
        Key first = keys.getFirst();
        if (!first.column.name().equals("id")) {
            return ById.NO;
        }
        return first.descending ? ById.DESCENDING : ById.ASCENDING;
    }

    public Comparator<Map<String, Object>> comparator() {
        return (left, right) -> {
            for (Key key : keys) {
                int order = compare(key.column.of(left), key.column.of(right));
                if (order != 0) {
                    return key.descending ? -order : order;
                }
            }
            return 0;
        };
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return String.valueOf(left).compareToIgnoreCase(String.valueOf(right));
    }
}
