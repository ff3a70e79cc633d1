package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a reference points at and writes it out: id, name and a link. */
public final class References {

    private static final Map<String, Target> TARGETS = targets();

    /**
     * Where a kind of reference points to.
     *
     * @param label how a missing one is called in messages
     * @param link the name of its link
     * @param ofBoard whether it belongs to one board
     */
    private record Target(String table, String label, String link, boolean ofBoard) {}

    private References() {}

    /**
     * The reference in full, or null when there is nothing of that id, identifier or name.
     *
     * @param boardId the board that the record is on, or 0
     */
    public static @Nullable Map<String, Object> expand(
            Site site, String model, Map<String, Object> given, long boardId) {
        Target target = TARGETS.get(model);
        if (target == null) {
            return null;
        }
        Row row = find(site, target, given, boardId);
        if (row == null && target.table.equals(Tables.MEMBERS)) {
            row = find(site, new Target(Tables.API_MEMBERS, "", "", false), given, boardId);
        }
        return row == null ? null : write(site, target, row);
    }

    /** The reference to a record that is there. */
    public static Map<String, Object> to(Site site, String model, long id) {
        Map<String, Object> reference = expand(site, model, Json.object("id", id), 0);
        if (reference == null) {
            throw new IllegalArgumentException("There is no " + model + " " + id);
        }
        return reference;
    }

    /** How a reference that leads nowhere is refused. */
    static void refuse(
            FieldErrors errors,
            String model,
            String field,
            Map<String, Object> given,
            long boardId) {
        String label = model.replace("Reference", "");
        Target target = TARGETS.get(model);
        String by =
                given.containsKey("id")
                        ? "id"
                        : given.containsKey("identifier") ? "identifier" : "name";
        String message =
                (target == null ? label : target.label) + " " + given.get(by) + " not found";
        boolean scoped = target != null && target.ofBoard;
        errors.add(
                "NotFound",
                scoped ? message + " for Service Board " + boardId : message,
                field + "/" + by);
    }

    static boolean isOfBoard(String model) {
        Target target = TARGETS.get(model);
        return target != null && target.ofBoard;
    }

    private static @Nullable Row find(
            Site site, Target target, Map<String, Object> given, long boardId) {
        if (given.get("id") instanceof Long id) {
            Row row = site.table(target.table).get(id);
            return row != null && fits(target, row.members(), boardId) ? row : null;
        }
        for (String by : new String[] {"identifier", "name"}) {
            if (given.get(by) instanceof String wanted) {
                return Records.first(
                        site.table(target.table),
                        record ->
                                wanted.equalsIgnoreCase(
                                                by.equals("name")
                                                        ? nameOf(record)
                                                        : Records.text(record, by))
                                        && fits(target, record, boardId));
            }
        }
        return null;
    }

    private static boolean fits(Target target, Map<String, Object> record, long boardId) {
        return !target.ofBoard || boardId == 0 || Records.referenceId(record, "board") == boardId;
    }

    private static Map<String, Object> write(Site site, Target target, Row row) {
        Map<String, Object> record = row.members();
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", row.id());
        if (record.get("identifier") instanceof String identifier) {
            reference.put("identifier", identifier);
        }
        if (target.table.equals(Tables.TICKETS)) {
            reference.put("summary", Records.text(record, "summary"));
        } else if (!target.table.equals(Tables.SCHEDULE_TYPES)) {
            reference.put("name", nameOf(record));
        }
        if (target.table.equals(Tables.STATUSES) || target.table.equals(Tables.PRIORITIES)) {
            reference.put("sort", Records.number(record, "sortOrder"));
        }
        if (record.get("level") instanceof String level) {
            reference.put("level", level);
        }
        reference.put("_info", Json.object(target.link + "_href", href(site, target, row)));
        return reference;
    }

    private static String href(Site site, Target target, Row row) {
        String table = target.table;
        if (target.ofBoard) {
            table =
                    "service/boards/"
                            + Records.referenceId(row.members(), "board")
                            + "/"
                            + table.substring(table.indexOf('/') + 1);
        }
        return site.origin() + "/v4_6_release/apis/3.0//" + table + "/" + row.id();
    }

    private static String nameOf(Map<String, Object> record) {
        if (record.get("name") instanceof String name) {
            return name;
        }
        return (Records.text(record, "firstName") + " " + Records.text(record, "lastName")).strip();
    }

    private static Map<String, Target> targets() {
        Map<String, Target> targets = new HashMap<>();
        targets.put("BoardReference", new Target(Tables.BOARDS, "Service Board", "board", false));
        targets.put(
                "ServiceStatusReference",
                new Target(Tables.STATUSES, "Service Status", "status", true));
        targets.put("ServiceTypeReference", new Target(Tables.TYPES, "Service Type", "type", true));
        targets.put(
                "ServiceSubTypeReference",
                new Target(Tables.SUB_TYPES, "Service Sub Type", "subType", true));
        targets.put("ServiceItemReference", new Target(Tables.ITEMS, "Service Item", "item", true));
        targets.put("ServiceTeamReference", new Target(Tables.TEAMS, "Service Team", "team", true));
        targets.put("CompanyReference", new Target(Tables.COMPANIES, "Company", "company", false));
        targets.put(
                "CompanyStatusReference",
                new Target(Tables.COMPANY_STATUSES, "Company Status", "status", false));
        targets.put(
                "CompanyTypeReference",
                new Target(Tables.COMPANY_TYPES, "Company Type", "type", false));
        targets.put("ContactReference", new Target(Tables.CONTACTS, "Contact", "contact", false));
        targets.put("SiteReference", new Target(Tables.SITES, "Site", "site", false));
        targets.put("MemberReference", new Target(Tables.MEMBERS, "Member", "member", false));
        targets.put(
                "PriorityReference", new Target(Tables.PRIORITIES, "Priority", "priority", false));
        targets.put(
                "ServiceSourceReference", new Target(Tables.SOURCES, "Source", "source", false));
        targets.put(
                "ServiceLocationReference",
                new Target(Tables.SERVICE_LOCATIONS, "Service Location", "location", false));
        targets.put(
                "SystemLocationReference",
                new Target(Tables.LOCATIONS, "Location", "location", false));
        targets.put(
                "SystemDepartmentReference",
                new Target(Tables.DEPARTMENTS, "Department", "department", false));
        targets.put(
                "WorkTypeReference", new Target(Tables.WORK_TYPES, "Work Type", "workType", false));
        targets.put(
                "WorkRoleReference", new Target(Tables.WORK_ROLES, "Work Role", "workRole", false));
        targets.put(
                "CommunicationTypeReference",
                new Target(Tables.COMMUNICATION_TYPES, "Communication Type", "type", false));
        targets.put(
                "ScheduleTypeReference",
                new Target(Tables.SCHEDULE_TYPES, "Schedule Type", "type", false));
        targets.put(
                "SecurityRoleReference",
                new Target(Tables.SECURITY_ROLES, "Security Role", "securityRole", false));
        targets.put("TicketReference", new Target(Tables.TICKETS, "Ticket", "ticket", false));
        return Map.copyOf(targets);
    }
}
