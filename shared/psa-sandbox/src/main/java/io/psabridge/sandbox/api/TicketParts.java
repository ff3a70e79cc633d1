package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Table;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What hangs on a ticket: configurations, time and schedule entries, documents. */
final class TicketParts {

    /** Kept with the ticket in the sandbox only, never shown. */
    private static final String ATTACHED = "ticket/configurations";

    private final Kind configurations;

    TicketParts(Kinds kinds) {
        configurations = kinds.configurations;
    }

    Answer configurations(Call call) {
        List<Object> attached = attached(call);
        return Computed.list(
                call, rows(call, Tables.CONFIGURATIONS, row -> attached.contains(row.get("id"))));
    }

    Answer attachConfiguration(Call call) {
        Access.require(call, RoleItem.SERVICE_TICKETS, Action.EDIT);
        if (!(call.request().json() instanceof Map<?, ?> body)
                || !(body.get("id") instanceof Long id)) {
            throw Refusal.unreadable("The request body needs the id of a configuration.");
        }
        synchronized (call.site()) {
            List<Object> attached = new ArrayList<>(attached(call));
            if (attached.contains(id)) {
                throw Refusal.of(
                        409, "Conflict", "The configuration is attached to this ticket already.");
            }
            Row row = call.site().table(Tables.CONFIGURATIONS).get(id);
            if (row == null) {
                throw Refusal.notFound(configurations.label(), id);
            }
            attached.add(id);
            call.site()
                    .apply(
                            RecordChange.set(
                                    ATTACHED, call.parentId(), Json.object("ids", attached)));
            return Answer.json(201, row.json());
        }
    }

    Answer timeEntries(Call call) {
        long ticket = call.parentId();
        return Computed.list(
                call,
                rows(
                        call,
                        Tables.TIME_ENTRIES,
                        row -> Records.number(row, "chargeToId") == ticket));
    }

    Answer scheduleEntries(Call call) {
        long ticket = call.parentId();
        return Computed.list(
                call,
                rows(
                        call,
                        Tables.SCHEDULE_ENTRIES,
                        row -> Records.number(row, "objectId") == ticket));
    }

    Answer documents(Call call) {
        return Computed.list(call, Documents.of(call.site(), "Ticket", call.parentId()));
    }

    private static List<Object> attached(Call call) {
        Row row = call.site().table(ATTACHED).get(call.parentId());
        return row == null ? List.of() : Json.asList(row.members().getOrDefault("ids", List.of()));
    }

    private static List<Map<String, Object>> rows(
            Call call, String tableName, Predicate<Map<String, Object>> wanted) {
        Table table = call.site().table(tableName);
        return table.ascending().stream().map(Row::members).filter(wanted).toList();
    }
}
