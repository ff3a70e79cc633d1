package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which endpoint does what. A number in a path is written {@code #}, a name {@code $}. */
final class Routes {

    private final Map<String, Map<String, Operation>> operations = new HashMap<>();

    Routes(Kinds kinds) {
        tickets(kinds);
        boards(kinds);
        directory(kinds);
        system(kinds);
        time(kinds);
    }

    /** The verbs of a path, or null when there is no such endpoint. */
    @Nullable Map<String, Operation> find(String pattern) {
        return operations.get(pattern.toLowerCase(Locale.ROOT));
    }

    private void tickets(Kinds kinds) {
        full("service/tickets", kinds.tickets);
        full("project/tickets", kinds.projectTickets);
        add("POST", "service/tickets/search", new Lists(kinds.tickets)::search);
        add("POST", "project/tickets/search", new Lists(kinds.projectTickets)::search);
        fullUnder("service/tickets/#/notes", kinds.tickets, kinds.notes);
        fullUnder("project/tickets/#/notes", kinds.projectTickets, kinds.projectNotes);
        AllNotes allNotes = new AllNotes();
        add("GET", "service/tickets/#/allNotes", under(kinds.tickets, allNotes::list));
        add("GET", "project/tickets/#/allNotes", under(kinds.projectTickets, allNotes::list));
        TicketParts parts = new TicketParts(kinds);
        add("GET", "service/tickets/#/configurations", under(kinds.tickets, parts::configurations));
        add(
                "POST",
                "service/tickets/#/configurations",
                under(kinds.tickets, parts::attachConfiguration));
        add("GET", "service/tickets/#/timeentries", under(kinds.tickets, parts::timeEntries));
        add(
                "GET",
                "service/tickets/#/scheduleentries",
                under(kinds.tickets, parts::scheduleEntries));
        add("GET", "service/tickets/#/documents", under(kinds.tickets, parts::documents));
    }

    private void boards(Kinds kinds) {
        readable("service/boards", kinds.boards);
        readableUnder("service/boards/#/statuses", kinds.boards, kinds.statuses);
        readableUnder("service/boards/#/types", kinds.boards, kinds.types);
        readableUnder("service/boards/#/subtypes", kinds.boards, kinds.subTypes);
        readableUnder("service/boards/#/items", kinds.boards, kinds.items);
        readableUnder("service/boards/#/teams", kinds.boards, kinds.teams);
        readableUnder(
                "service/boards/#/typeSubTypeItemAssociations", kinds.boards, kinds.associations);
        readable("service/priorities", kinds.priorities);
        readable("service/sources", kinds.sources);
        readable("service/locations", kinds.serviceLocations);
    }

    private void directory(Kinds kinds) {
        full("company/companies", kinds.companies);
        readable("company/companies/statuses", kinds.companyStatuses);
        readable("company/companies/types", kinds.companyTypes);
        full("company/contacts", kinds.contacts);
        readable("company/communicationTypes", kinds.communicationTypes);
        readable("company/configurations", kinds.configurations);
    }

    private void system(Kinds kinds) {
        add("GET", "system/info", call -> Information.system(call.site()));
        readable("system/locations", kinds.locations);
        readable("system/departments", kinds.departments);
        MemberLists members = new MemberLists(kinds);
        add("GET", "system/members", members::list);
        add("GET", "system/members/count", members::count);
        add("GET", "system/members/#", new Reads(kinds.members)::get);
        add("GET", "system/members/$", new Reads(kinds.members)::byIdentifier);
        add("GET", "system/info/members", members::light);
        add("GET", "system/info/members/count", members::lightCount);
        readable("system/apiMembers", kinds.apiMembers);
        full("system/callbacks", kinds.callbacks);
        add("GET", "system/callbacks", new CallbackList(kinds.callbacks)::list);
        readable("system/securityroles", kinds.securityRoles);
        Security security = new Security();
        add(
                "GET",
                "system/securityroles/#/settings",
                under(kinds.securityRoles, security::settings));
        add("GET", "system/mySecurity", security::mine);
        add("GET", "system/mySecurity/customizeItems", security::customised);
        Documents documents = new Documents(kinds.documents);
        add("GET", "system/documents", documents::list);
        add("POST", "system/documents", documents::create);
        add("GET", "system/documents/#", new Reads(kinds.documents)::get);
    }

    private void time(Kinds kinds) {
        full("time/entries", kinds.timeEntries);
        readable("time/workTypes", kinds.workTypes);
        readable("time/workRoles", kinds.workRoles);
        readable("schedule/types", kinds.scheduleTypes);
        full("schedule/entries", kinds.scheduleEntries);
    }

    private void readable(String path, Kind kind) {
        Lists lists = new Lists(kind);
        add("GET", path, lists::list);
        add("GET", path + "/count", lists::count);
        add("GET", path + "/#", new Reads(kind)::get);
    }

    private void full(String path, Kind kind) {
        readable(path, kind);
        Writes writes = new Writes(kind);
        add("POST", path, writes::create);
        add("PATCH", path + "/#", writes::patch);
        add("PUT", path + "/#", writes::put);
        add("DELETE", path + "/#", writes::delete);
    }

    private void readableUnder(String path, Kind parent, Kind kind) {
        Lists lists = new Lists(kind);
        add("GET", path, under(parent, lists::list));
        add("GET", path + "/count", under(parent, lists::count));
        add("GET", path + "/#", under(parent, new Reads(kind)::get));
    }

    private void fullUnder(String path, Kind parent, Kind kind) {
        readableUnder(path, parent, kind);
        Writes writes = new Writes(kind);
        add("POST", path, under(parent, writes::create));
        add("PATCH", path + "/#", under(parent, writes::patch));
        add("PUT", path + "/#", under(parent, writes::put));
        add("DELETE", path + "/#", under(parent, writes::delete));
    }

    /** The record it belongs to must be there and visible. */
    private static Operation under(Kind parent, Operation operation) {
        return call -> {
            Access.find(call, parent, call.parentId(), Action.INQUIRE);
            return operation.run(call);
        };
    }

    private void add(String method, String path, Operation operation) {
        operations
                .computeIfAbsent(path.toLowerCase(Locale.ROOT), key -> new HashMap<>())
                .put(method, operation);
    }
}
