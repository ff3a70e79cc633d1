package io.psabridge.sandbox;

import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.seed.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The company of the transcripts, gathered from the answers that show its records. */
final class SmallWorld {

    static final String COMPANY = "quillfeather";
    static final String PUBLIC_KEY = "PUBKEYfake000001";
    static final String PRIVATE_KEY = "PRIVKEYfake00001";

    private final Map<String, Map<Long, Map<String, Object>>> tables = new TreeMap<>();

    SmallWorld() {
        shown(Tables.BOARDS, "directory-boards", 0);
        shown(Tables.STATUSES, "statuses-list", 0);
        shown(Tables.STATUSES, "statuses-same-name-two-boards", 1);
        shown(Tables.TYPES, "directory-board-types", 0);
        shown(Tables.SUB_TYPES, "directory-board-subtypes", 0);
        shown(Tables.ITEMS, "directory-board-items", 0);
        shown(Tables.PRIORITIES, "directory-priorities", 0);
        shown(Tables.SOURCES, "directory-sources", 0);
        shown(Tables.SERVICE_LOCATIONS, "directory-service-locations", 0);
        shown(Tables.LOCATIONS, "directory-locations", 0);
        shown(Tables.COMPANIES, "directory-companies-not-deleted", 0);
        shown(Tables.CONTACTS, "directory-contacts-of-company", 0);
        shown(Tables.CONTACTS, "directory-contacts-without-company", 0);
        shown(Tables.MEMBERS, "members-list", 0);
        shown(Tables.MEMBERS, "members-api-members", 1);
        shown(Tables.API_MEMBERS, "members-api-members", 0);
        shown(Tables.CALLBACKS, "callbacks-list-and-mend", 0);
        shown(Tables.TICKETS, "tickets-get-full", 0);
        shown(Tables.PROJECT_TICKETS, "tickets-get-project-404", 1);
        shown(Tables.SECURITY_ROLES, "paging-forward-only-unsupported-error", 1);
        shown(Tables.SCHEDULE_TYPES, "tickets-schedule-entry-add", 0);
        put(Tables.SCHEDULE_TYPES, 5, Json.object("name", "Activity", "identifier", "C"));
        put(Tables.SECURITY_ROLES, 46, Json.object("name", "PSA Bridge least", "adminFlag", false));
        put(
                Tables.STATUSES,
                530,
                Json.object(
                        "name",
                        "New",
                        "sortOrder",
                        0L,
                        "defaultFlag",
                        true,
                        "board",
                        Json.object("id", 23L)));
        Map<String, Object> gone = new LinkedHashMap<>(record(Tables.COMPANIES, 253));
        gone.putAll(
                Json.object(
                        "identifier",
                        "GoneCo",
                        "name",
                        "Gone & Co (closed 2023)",
                        "deletedFlag",
                        true));
        put(Tables.COMPANIES, 254, gone);
        put(Tables.CONTACTS, 1210, Json.object("firstName", "さくら", "lastName", "星野"));
        put(
                Tables.DEPARTMENTS,
                10,
                Json.object("identifier", "Services", "name", "Field Services"));
        put(Tables.WORK_ROLES, 11, Json.object("name", "Technician"));
        put(Tables.WORK_TYPES, 1, Json.object("name", "Regular"));
        put(Tables.CONFIGURATIONS, 77, Json.object("name", "Till 3"));
        put(Tables.COMMUNICATION_TYPES, 1, Json.object("name", "Email"));
        put(Tables.COMPANY_TYPES, 1, Json.object("name", "Customer"));
        put(
                Tables.CALLBACKS,
                26553,
                Json.object(
                        "url",
                        "https://elsewhere.example/hook?id=",
                        "objectId",
                        1L,
                        "type",
                        "ticket",
                        "level",
                        "owner",
                        "memberId",
                        302L,
                        "inactiveFlag",
                        false));
        for (long company = 250; company <= 254; company++) {
            put(Tables.SITES, company + 1_000, Json.object("name", "Main"));
        }
        seven();
    }

    /** A fresh company with these records and the keys of the transcripts. */
    SandboxCompany settle(ConnectWiseSandbox sandbox) {
        sandbox.reset();
        SandboxCompany company =
                sandbox.newCompany(COMPANY, "Quillfeather Managed IT", World.EMPTY);
        company.keys(PUBLIC_KEY, PRIVATE_KEY);
        company.clear(Tables.MEMBERS).clear(Tables.API_MEMBERS);
        tables.forEach((table, records) -> {
            if (!table.equals("seven")) {
                records.forEach((id, record) -> company.put(table, id, record));
            }
        });
        return company;
    }

    Map<String, Object> record(String table, long id) {
        return tables.getOrDefault(table, Map.of()).getOrDefault(id, Map.of());
    }

    /** The tickets 48201 to 48207 of board 21 and 48290 of board 22. */
    Map<Long, Map<String, Object>> sevenTickets() {
        return tables.getOrDefault("seven", Map.of());
    }

    private void seven() {
        for (String file :
                List.of(
                        "paging-keyset-first",
                        "paging-keyset-middle",
                        "paging-keyset-last",
                        "paging-row-moves-between-pages",
                        "paging-short-page-in-the-middle")) {
            Transcript transcript = Transcript.named(file);
            for (int i = 0; i < transcript.exchanges().size(); i++) {
                shown("seven", file, i);
            }
        }
        Map<String, Object> other =
                new LinkedHashMap<>(sevenTickets().getOrDefault(48_201L, Map.of()));
        other.put("board", Json.object("id", 22L, "name", "Umzüge & Rollouts"));
        put("seven", 48_290, other);
    }

    private void shown(String table, String file, int exchange) {
        Object body = Transcript.named(file).answer(exchange);
        for (Object each : body instanceof List<?> list ? Json.asList(list) : List.of(body)) {
            Map<String, Object> record = Json.asObject(each);
            put(table, (Long) record.getOrDefault("id", 0L), record);
        }
    }

    private void put(String table, long id, Map<String, Object> record) {
        Map<String, Object> whole = Json.object("id", id);
        whole.putAll(record);
        whole.put("id", id);
        whole.values().removeIf(Json::isNull);
        tables.computeIfAbsent(table, name -> new TreeMap<>()).put(id, whole);
    }
}
