package io.psabridge.sandbox.data;

import io.psabridge.sandbox.query.Column;
import io.psabridge.sandbox.query.Columns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a kind of record looks like, and by which names it can be filtered. */
public final class Model implements Columns {

    private static final Set<String> INFO_NAMES =
            Set.of("lastUpdated", "updatedBy", "dateEntered", "enteredBy");
    private static final Set<String> NEVER_FILTERED =
            Set.of(
                    "noteType",
                    "initialDescription",
                    "initialInternalAnalysis",
                    "initialResolution",
                    "processNotifications",
                    "skipCallback",
                    "contactEmailLookup");
    private static final Set<String> WITHOUT_INACTIVE_FILTER =
            Set.of("BoardType", "BoardSubType", "BoardItem");

    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Optional<Column>> columns = new ConcurrentHashMap<>();

    Model(String name) {
        this.name = name;
    }

    void add(Field field) {
        fields.put(field.name(), field);
    }

    public String name() {
        return name;
    }

    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName);
    }

    public Iterable<Field> fields() {
        return fields.values();
    }

    @Override
    public @Nullable Column find(String column) {
        Optional<Column> known = columns.get(column);
        if (known == null) {
            known = Optional.ofNullable(column(column));
            if (known.isPresent()) {
                columns.put(column, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable Column column(String column) {
        List<String> path = Arrays.asList(column.split("/", -1));
        Field first = fields.get(path.getFirst());
        if (first == null) {
            return INFO_NAMES.contains(column) && fields.containsKey("_info") ? info(column) : null;
        }
        if (NEVER_FILTERED.contains(column)
                || (column.equals("inactiveFlag") && WITHOUT_INACTIVE_FILTER.contains(name))) {
            return null;
        }
        if (first.kind() == Field.Kind.LIST && path.size() > 1 && first.model() != null) {
            return leaf(
                    column, first.name(), path.subList(1, path.size()), Models.of(first.model()));
        }
        return leaf(column, null, path, this);
    }

    private static @Nullable Column leaf(
            String column, @Nullable String array, List<String> path, Model start) {
        Model model = start;
        for (String step : path.subList(0, path.size() - 1)) {
            Field field = model.fields.get(step);
            if (field == null || field.kind() != Field.Kind.REF || field.model() == null) {
                return null;
            }
            model = Models.of(field.model());
        }
        Field last = model.fields.get(path.getLast());
        Column.Kind kind = last == null ? null : kind(last);
        return last == null || kind == null
                ? null
                : new Column(column, kind, array, List.copyOf(path), last.choices());
    }

    private static Column.@Nullable Kind kind(Field field) {
        return switch (field.kind()) {
            case TEXT, ENUM -> Column.Kind.TEXT;
            case INT, NUMBER -> Column.Kind.NUMBER;
            case BOOL -> Column.Kind.FLAG;
            case DATE -> Column.Kind.MOMENT;
            case REF -> Column.Kind.REFERENCE;
            case ANY -> field.name().equals("value") ? Column.Kind.TEXT : null;
            case LIST -> null;
        };
    }

    private static Column info(String column) {
        Column.Kind kind =
                column.equals("lastUpdated") || column.equals("dateEntered")
                        ? Column.Kind.MOMENT
                        : Column.Kind.TEXT;
        return new Column(column, kind, null, List.of("_info", column), List.of());
    }
}
