package io.psabridge.sandbox.web;

import io.psabridge.sandbox.api.Request;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Table;
import io.psabridge.sandbox.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at records and changes them behind the API's back. */
final class RecordControl {

    /** The path begins after {@code records}: a table of two words, and perhaps an id. */
    Object answer(Request request, Site site, List<String> path) throws IOException {
        if (path.isEmpty()) {
            return counts(site);
        }
        if (path.size() < 2) {
            throw new UnknownControlException("table " + path.getFirst());
        }
        String table = path.get(0) + "/" + path.get(1);
        if (path.size() == 2) {
            return site.table(table).ascending().stream().map(Row::members).toList();
        }
        return one(request, site, table, id(path.get(2)));
    }

    private static Object one(Request request, Site site, String table, long id)
            throws IOException {
        switch (request.method()) {
            case "GET" -> {}
            case "PATCH" ->
                    site.apply(
                            RecordChange.set(table, id, Json.asObject(Json.read(request.body()))));
            case "PUT" -> {
                Map<String, Object> members = Json.asObject(Json.read(request.body()));
                site.apply(RecordChange.remove(table, id));
                site.apply(RecordChange.set(table, id, members));
            }
            case "DELETE" -> {
                site.apply(RecordChange.remove(table, id));
                return Json.object("removed", id);
            }
            default -> throw new UnknownControlException(request.method() + " of a record");
        }
        Row row = site.table(table).get(id);
        if (row == null) {
            throw new UnknownControlException("record " + id + " in " + table);
        }
        return row.members();
    }

    static Map<String, Object> counts(Site site) {
        Map<String, Object> counts = new TreeMap<>();
        for (Map.Entry<String, Table> table : site.tables().entrySet()) {
            counts.put(table.getKey(), (long) table.getValue().size());
        }
        return counts;
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A record's id is a number, not " + text);
        }
    }
}
