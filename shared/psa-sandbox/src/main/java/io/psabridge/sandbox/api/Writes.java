package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Table;
import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Creates, changes and removes records of one kind. All of a call's changes happen, or none. */
final class Writes {

    /** Members that are done once and not kept. */
    private static final Set<String> TICKET_ACTIONS =
            Set.of(
                    "initialDescription",
                    "initialInternalAnalysis",
                    "initialResolution",
                    "initialDescriptionFrom",
                    "contactEmailLookup",
                    "processNotifications",
                    "skipCallback");

    private final Kind kind;

    Writes(Kind kind) {
        this.kind = kind;
    }

    Answer create(Call call) {
        Access.require(call, kind, kind.rules().toCreate());
        synchronized (call.site()) {
            Draft draft = draft(call, null, body(call), new LinkedHashMap<>());
            kind.rules().received(draft);
            Expansion.expand(draft);
            kind.rules().fill(draft);
            Lengths.required(draft);
            Row row = finish(draft, name -> true);
            return Answer.json(201, Shown.bytes(call, kind, row, null))
                    .withHeader("Location", call.origin() + call.request().path() + "/" + row.id());
        }
    }

    Answer patch(Call call) {
        Row before = Access.find(call, kind, call.id(), Action.EDIT);
        synchronized (call.site()) {
            Map<String, Object> changes = PatchBody.changes(call, kind.model(), before.members());
            if (changes.isEmpty() || call.effect() instanceof FaultEffect.PatchWithoutEffect) {
                return Answer.json(200, Shown.bytes(call, kind, before, null));
            }
            Draft draft = draft(call, before, changes, before.members());
            kind.rules().received(draft);
            Expansion.expand(draft);
            boolean whole = call.site().is(Switch.WHOLE_RECORD, "on");
            Row row = finish(draft, name -> whole || draft.changed().contains(name));
            return Answer.json(200, Shown.bytes(call, kind, row, null));
        }
    }

    Answer put(Call call) {
        Row before = Access.find(call, kind, call.id(), Action.EDIT);
        synchronized (call.site()) {
            Map<String, Object> kept = new LinkedHashMap<>();
            for (String name : ReadOnly.of(kind)) {
                Object value = before.members().get(name);
                if (value != null) {
                    kept.put(name, value);
                }
            }
            Draft draft = draft(call, before, body(call), kept);
            kind.rules().received(draft);
            Expansion.expand(draft);
            kind.rules().fill(draft);
            Lengths.required(draft);
            Row row = finish(draft, name -> true);
            return Answer.json(200, Shown.bytes(call, kind, row, null));
        }
    }

    Answer delete(Call call) {
        Row row = Access.find(call, kind, call.id(), Action.DELETE);
        synchronized (call.site()) {
            call.site().table(kind.table()).remove(row.id());
            kind.rules().removed(call, row);
        }
        return Answer.noContent();
    }

    private static Map<String, Object> body(Call call) {
        if (!(call.request().json() instanceof Map<?, ?> body)) {
            throw Refusal.unreadable("The request body is not an object.");
        }
        return Json.asObject(body);
    }

    private Draft draft(
            Call call, @Nullable Row before, Map<String, Object> given, Map<String, Object> start) {
        Map<String, Object> bound = new Binder(call.request().text()).bind(kind.model(), given);
        Map<String, Object> members = new LinkedHashMap<>(start);
        Map<String, Object> actions = new LinkedHashMap<>();
        Draft draft = new Draft(call, kind, before, members, actions);
        boolean ticket = kind.model().name().endsWith("Ticket");
        bound.forEach((name, value) -> {
            if (ticket && TICKET_ACTIONS.contains(name)) {
                actions.put(name, value);
            } else if (!ReadOnly.of(kind).contains(name)) {
                set(draft, name, value);
            }
        });
        return draft;
    }

    private static void set(Draft draft, String name, Object value) {
        Row before = draft.before();
        draft.changed().add(name);
        if (Json.isNull(value)) {
            draft.members().remove(name);
        } else if (name.equals("customFields") && before != null) {
            draft.members()
                    .put(name, CustomFields.merge(before.members().get(name), Json.asList(value)));
        } else {
            draft.members().put(name, value);
        }
    }

    private Row finish(Draft draft, Predicate<String> lengthsOf) {
        Lengths.check(draft, lengthsOf);
        kind.rules().check(draft);
        draft.errors().throwIfAny();
        Table table = draft.site().table(kind.table());
        Row before = draft.before();
        long id = before == null ? table.nextId() : before.id();
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("id", id);
        ordered.putAll(draft.members());
        ordered.put("id", id);
        ordered.put("_info", info(draft, id));
        Row row = table.put(id, ordered);
        kind.rules().saved(draft, row);
        return row;
    }

    private static Map<String, Object> info(Draft draft, long id) {
        Map<String, Object> info = new LinkedHashMap<>();
        Row before = draft.before();
        Object old = before == null ? null : before.members().get("_info");
        if (old instanceof Map<?, ?>) {
            info.putAll(Json.asObject(old));
        }
        String now = draft.site().now();
        info.put("lastUpdated", now);
        info.put("updatedBy", draft.key().identifier());
        if (before == null && draft.kind().model().name().endsWith("Ticket")) {
            info.put("dateEntered", now);
            info.put("enteredBy", draft.key().identifier());
            String self =
                    draft.site().origin()
                            + "/v4_6_release/apis/3.0//"
                            + draft.kind().table()
                            + "/"
                            + id;
            for (String part :
                    List.of(
                            "activities",
                            "scheduleentries",
                            "documents",
                            "configurations",
                            "tasks",
                            "notes",
                            "products",
                            "timeentries")) {
                info.put(part + "_href", self + "/" + part);
            }
        }
        return info;
    }
}
