package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.TicketField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of one company in the sandbox, behind the API's back. */
final class SandboxRecords {

    /** Where a ticket's references lead to. */
    static final Map<TicketField, String> REFERENCES = new EnumMap<>(TicketField.class);

    private static final Map<TicketField, String> TABLES = new EnumMap<>(TicketField.class);

    static {
        name(TicketField.COMPANY, "company", Tables.COMPANIES);
        name(TicketField.CONTACT, "contact", Tables.CONTACTS);
        name(TicketField.BOARD, "board", Tables.BOARDS);
        name(TicketField.STATUS, "status", Tables.STATUSES);
        name(TicketField.PRIORITY, "priority", Tables.PRIORITIES);
        name(TicketField.TYPE, "type", Tables.TYPES);
        name(TicketField.SUB_TYPE, "subType", Tables.SUB_TYPES);
        name(TicketField.ITEM, "item", Tables.ITEMS);
        name(TicketField.ASSIGNEE, "owner", Tables.MEMBERS);
    }

    private final SandboxCompany company;

    SandboxRecords(SandboxCompany company) {
        this.company = company;
    }

    /** Makes a record with the next id. */
    String add(String table, Object... namesAndValues) {
        long id = company.records(table).stream().mapToLong(SandboxRecords::id).max().orElse(0) + 1;
        company.put(table, id, Json.object(namesAndValues));
        return Long.toString(id);
    }

    /** A ticket's reference to a record. */
    Map<String, Object> reference(TicketField field, String id) {
        return reference(Optional.ofNullable(TABLES.get(field)).orElseThrow(), id);
    }

    Map<String, Object> reference(String table, String id) {
        Map<String, Object> target = company.record(table, Long.parseLong(id)).orElseThrow();
        Map<String, Object> reference = Json.object("id", Long.parseLong(id));
        for (String name : List.of("name", "identifier")) {
            if (target.get(name) != null) {
                reference.put(name, target.get(name));
            }
        }
        if (table.equals(Tables.MEMBERS) || table.equals(Tables.CONTACTS)) {
            reference.put("name", target.get("firstName") + " " + target.get("lastName"));
        }
        return reference;
    }

    static long id(Map<String, Object> row) {
        return row.get("id") instanceof Long id ? id : 0;
    }

    static @Nullable String referenceId(Map<String, Object> row, String member) {
        return row.get(member) instanceof Map<?, ?> target && target.get("id") instanceof Long id
                ? id.toString()
                : null;
    }

    static boolean flag(Map<String, Object> row, String member) {
        return Boolean.TRUE.equals(row.get(member));
    }

    static String text(Map<String, Object> row, String member) {
        Object value = row.get(member);
        return value == null || Json.isNull(value) ? "" : value.toString();
    }

    static Map<TicketField, String> references(Map<String, Object> ticket) {
        Map<TicketField, String> found = new EnumMap<>(TicketField.class);
        REFERENCES.forEach((field, member) -> {
            String id = referenceId(ticket, member);
            if (id != null) {
                found.put(field, id);
            }
        });
        return found;
    }

    static Map<String, String> custom(Map<String, Object> ticket) {
        Map<String, String> values = new LinkedHashMap<>();
        if (ticket.get("customFields") instanceof List<?> fields) {
            for (Object field : fields) {
                Map<String, Object> entry = Json.asObject(field);
                values.put(text(entry, "caption"), text(entry, "value"));
            }
        }
        return values;
    }

    private static void name(TicketField field, String member, String table) {
        REFERENCES.put(field, member);
        TABLES.put(field, table);
    }
}
