package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.tck.Operation;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers whose records lack what may be absent, or have what nobody knows. */
final class OddRecords {

    /** A member that nobody knows yet. */
    static final String UNKNOWN = "notYetKnown";

    private static final Set<String> ALWAYS_THERE =
            Set.of("id", "name", "summary", "text", "identifier", "firstName", "lastName", "url");

    private OddRecords() {}

    static Fault answer(
            StandInFault fault, Operation operation, World world, SandboxCompany company) {
        if (operation.isWrite() || operation == Operation.SIGN_IN) {
            throw PsaBench.cannot("change the members of the answer to " + operation);
        }
        List<Map<String, Object>> rows =
                company.records(table(operation)).stream()
                        .limit(3)
                        .map(row -> odd(fault, row))
                        .toList();
        List<Map<String, Object>> shown =
                rows.isEmpty() ? List.of(odd(fault, Json.object("id", 1L, "name", "x"))) : rows;
        Object body =
                operation.isList()
                        ? operation == Operation.LIST_TICKETS ? shown.reversed() : shown
                        : withId(shown.getFirst(), operation, world);
        return SandboxFaults.answer(200, "application/json", Json.text(body), Map.of()).times(1);
    }

    private static Map<String, Object> odd(StandInFault fault, Map<String, Object> row) {
        Map<String, Object> odd = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (ALWAYS_THERE.contains(name) || fault == StandInFault.UNKNOWN_MEMBERS) {
                odd.put(name, value);
            } else if (fault == StandInFault.NULL_MEMBERS) {
                odd.put(name, Json.NULL);
            } else if (fault == StandInFault.EMPTY_REFERENCES) {
                odd.put(name, value instanceof Map<?, ?> ? Json.object() : value);
            }
        });
        if (fault == StandInFault.UNKNOWN_MEMBERS) {
            odd.put(UNKNOWN, Json.object("level", "Galactic", "list", List.of(1L)));
            odd.put("escalationStatus", "NotYetKnown");
        }
        return odd;
    }

    private static Map<String, Object> withId(
            Map<String, Object> row, Operation operation, World world) {
        String id =
                switch (operation) {
                    case READ_TICKET -> world.ticket().value();
                    case READ_MEMBER -> world.member().value();
                    case READ_COMPANY -> world.company().value();
                    case READ_CONTACT -> world.contact().value();
                    default -> "1";
                };
        Map<String, Object> same = new LinkedHashMap<>(row);
        same.put("id", Long.parseLong(id));
        return same;
    }

    private static String table(Operation operation) {
        return switch (operation) {
            case READ_TICKET, LIST_TICKETS -> Tables.TICKETS;
            case LIST_NOTES -> Tables.NOTES;
            case LIST_STATUSES -> Tables.STATUSES;
            case LIST_MEMBERS, READ_MEMBER -> Tables.MEMBERS;
            case LIST_COMPANIES, READ_COMPANY -> Tables.COMPANIES;
            case LIST_CONTACTS, READ_CONTACT -> Tables.CONTACTS;
            case LIST_BOARDS -> Tables.BOARDS;
            case LIST_TYPES -> Tables.TYPES;
            case LIST_SUBTYPES -> Tables.SUB_TYPES;
            case LIST_ITEMS -> Tables.ITEMS;
            case LIST_PRIORITIES -> Tables.PRIORITIES;
            case LIST_SOURCES -> Tables.SOURCES;
            case LIST_LOCATIONS -> Tables.LOCATIONS;
            default -> Tables.CALLBACKS;
        };
    }
}
