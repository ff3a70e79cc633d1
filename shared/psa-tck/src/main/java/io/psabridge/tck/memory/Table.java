package io.psabridge.tck.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rows of one kind, by id. */
final class Table {

    private final NavigableMap<Long, Map<String, String>> rows = new TreeMap<>();
    private long last;

    /** Numbers its rows from {@code first} on. */
    Table(long first) {
        this.last = first - 1;
    }

    String add(Map<String, String> members) {
        Map<String, String> row = new HashMap<>(members);
        String id = Long.toString(++last);
        row.put("id", id);
        rows.put(last, row);
        return id;
    }

    boolean has(String id) {
        return rows.containsKey(number(id));
    }

    /** The row itself, to be changed in place. */
    Map<String, String> row(String id) {
        Map<String, String> row = rows.get(number(id));
        if (row == null) {
            throw new Refused(404, "There is no record " + id);
        }
        return row;
    }

    void remove(String id) {
        rows.remove(number(id));
    }

    Collection<Map<String, String>> all() {
        return rows.values();
    }

    List<Map<String, String>> select(Query query, boolean newestFirst) {
        Collection<Map<String, String>> ordered =
                newestFirst ? rows.descendingMap().values() : rows.values();
        return ordered.stream().filter(query::matches).toList();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw new Refused(400, "An id is a number, not " + id);
        }
    }
}
