package io.psabridge.sandbox;

import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Loads what a transcript says the PSA holds. */
final class Given {

    private static final Map<String, String> REFERENCES =
            Map.of(
                    "board",
                    Tables.BOARDS,
                    "status",
                    Tables.STATUSES,
                    "company",
                    Tables.COMPANIES,
                    "contact",
                    Tables.CONTACTS,
                    "owner",
                    Tables.MEMBERS,
                    "priority",
                    Tables.PRIORITIES);
    private static final Set<String> NOT_MEMBERS =
            Set.of(
                    "id",
                    "state",
                    "lastUpdated",
                    "mergedFrom",
                    "configurations",
                    "customFields",
                    "statuses",
                    "types",
                    "subtypes",
                    "items",
                    "project",
                    "recordId");
    private static final Pattern RECORD_PATH =
            Pattern.compile(".*/apis/3\\.0/(\\w+/\\w+)(/\\d+)?(/notes)?");

    private final SmallWorld world;

    Given(SmallWorld world) {
        this.world = world;
    }

    void load(Transcript transcript, SandboxCompany company) {
        company.release(Release.cloud("2026.1"));
        if (transcript.given().get("role") instanceof Map<?, ?> role) {
            Map<String, Object> items = new LinkedHashMap<>(Json.asObject(role));
            items.remove("state");
            company.rights(Rights.everything().changedBy(items));
        }
        Map<String, Object> records =
                Json.asObject(transcript.given().getOrDefault("records", Map.of()));
        records.forEach((table, wanted) -> load(transcript, company, table, wanted));
        addShown(transcript, company, records.keySet());
    }

    private void load(Transcript transcript, SandboxCompany company, String table, Object wanted) {
        if (table.equals(Tables.TICKETS)
                && wanted instanceof String text
                && text.startsWith("ids 48201")) {
            company.clear(table);
            world.sevenTickets()
                    .keySet()
                    .forEach(id -> put(transcript, company, table, Json.object("id", id)));
            return;
        }
        if (wanted instanceof String text && text.matches("\\d+(, \\d+)*")) {
            company.clear(table);
            for (String id : text.split(", ", -1)) {
                put(transcript, company, table, Json.object("id", Long.valueOf(id)));
            }
            return;
        }
        if (!(wanted instanceof List<?> list) || table.startsWith(Tables.BOARDS)) {
            return;
        }
        company.clear(table);
        for (Object each : list) {
            if (each instanceof Long id) {
                put(transcript, company, table, Json.object("id", id));
            } else if (each instanceof Map<?, ?> record) {
                put(transcript, company, table, Json.asObject(record));
            }
        }
    }

    private void put(
            Transcript transcript,
            SandboxCompany company,
            String table,
            Map<String, Object> wanted) {
        long id = (Long) wanted.getOrDefault("id", 0L);
        Map<String, Object> record = new LinkedHashMap<>(base(table, id));
        merge(record, shown(transcript, table, id), true);
        wanted.forEach((name, value) -> {
            if (Json.isNull(value)) {
                record.remove(name);
            } else if (value instanceof Long reference && REFERENCES.containsKey(name)) {
                record.put(
                        name,
                        reference(String.valueOf(REFERENCES.get(name)), name, record, reference));
            } else if (!NOT_MEMBERS.contains(name)) {
                record.put(name, value);
            }
        });
        if (wanted.get("lastUpdated") instanceof String moment) {
            merge(record, Json.object("_info", Json.object("lastUpdated", moment)), true);
        }
        record.values().removeIf(value -> Json.isNull(value) || value.equals(Map.of()));
        company.put(table, id, record);
    }

    private static void merge(Map<String, Object> into, Map<String, Object> from, boolean over) {
        from.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && into.get(name) instanceof Map<?, ?> known) {
                Map<String, Object> both = new LinkedHashMap<>(Json.asObject(known));
                merge(both, Json.asObject(inner), over);
                into.put(name, both);
            } else if (over || !into.containsKey(name)) {
                into.put(name, value);
            }
        });
    }

    private Object reference(String table, String name, Map<String, Object> record, long id) {
        if (record.get(name) instanceof Map<?, ?> known
                && Long.valueOf(id).equals(known.get("id"))) {
            return known;
        }
        Map<String, Object> target = world.record(table, id);
        return Json.object("id", id, "name", target.getOrDefault("name", ""));
    }

    /** A ticket nobody described, or the record of the small world. */
    private Map<String, Object> base(String table, long id) {
        Map<String, Object> known =
                table.equals(Tables.TICKETS) && world.sevenTickets().containsKey(id)
                        ? world.sevenTickets().getOrDefault(id, Map.of())
                        : world.record(table, id);
        if (!known.isEmpty() || !table.equals(Tables.TICKETS)) {
            return known;
        }
        return Json.object(
                "summary", "Ticket " + id,
                "recordType", "ServiceTicket",
                "board", Json.object("id", 21L, "name", "Help Desk"),
                "status", Json.object("id", 510L, "name", "New", "sort", 0L),
                "company",
                        Json.object(
                                "id", 250L, "identifier", "KettleSons", "name", "Kettle & Sons"),
                "closedFlag", false,
                "_info", Json.object("lastUpdated", "2026-03-02T09:14:07Z", "updatedBy", "tferro"));
    }

    private void addShown(Transcript transcript, SandboxCompany company, Set<String> given) {
        for (Transcript.Exchange exchange : transcript.exchanges()) {
            if (isWrite(exchange)) {
                return;
            }
            String table = table(exchange.path());
            for (Map<String, Object> record : records(exchange)) {
                if (record.get("id") instanceof Long id
                        && !table.isEmpty()
                        && (table.equals(Tables.NOTES) || !given.contains(table))) {
                    put(transcript, company, table, Json.object("id", id));
                }
            }
        }
    }

    private static boolean isWrite(Transcript.Exchange exchange) {
        return !exchange.isFromPsa()
                && !exchange.method().equals("GET")
                && !exchange.path().endsWith("/search");
    }

    /** The record as the file's first answers show it, before anything is written. */
    private static Map<String, Object> shown(Transcript transcript, String table, long id) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Transcript.Exchange exchange : transcript.exchanges()) {
            if (isWrite(exchange)) {
                break;
            }
            for (Map<String, Object> record : records(exchange)) {
                if (table(exchange.path()).equals(table)
                        && Long.valueOf(id).equals(record.get("id"))) {
                    merge(shown, record, false);
                }
            }
        }
        return shown;
    }

    private static List<Map<String, Object>> records(Transcript.Exchange exchange) {
        Object body = exchange.response().get("body");
        if (exchange.isFromPsa() || exchange.status() / 100 != 2) {
            return List.of();
        }
        return switch (body) {
            case List<?> list -> Json.asList(list).stream().map(Json::asObject).toList();
            case Map<?, ?> map -> List.of(Json.asObject(map));
            case null, default -> List.of();
        };
    }

    private static String table(String path) {
        var matcher = RECORD_PATH.matcher(path.replaceAll("/search$", ""));
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(3) != null ? Tables.NOTES : matcher.group(1);
    }
}
