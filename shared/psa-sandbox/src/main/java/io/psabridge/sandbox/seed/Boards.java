package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;

/** Four boards: the same names mean other ids, and the word Closed does not always mean closed. */
final class Boards {

    private Boards() {}

    static void settle(Shelf shelf) {
        board(shelf, 21, "Help Desk", false);
        status(shelf, 21, 510, "New", 0, "NotResponded");
        status(shelf, 21, 511, "In Progress", 10, "Responded");
        status(shelf, 21, 512, "Waiting on Customer", 20, "NoEscalation");
        status(shelf, 21, 513, ">Closed", 90, "Resolved");
        status(shelf, 21, 514, "Closed (do not use)", 95, "NoEscalation");
        status(shelf, 21, 515, "Escalated 2019", 99, "NoEscalation");
        board(shelf, 22, "Moves & Rollouts", false);
        status(shelf, 22, 520, "New", 0, "NotResponded");
        status(shelf, 22, 521, "In Progress", 10, "Responded");
        status(shelf, 22, 522, "Scheduled", 15, "ResolutionPlan");
        status(shelf, 22, 529, "Closed", 90, "Resolved");
        board(shelf, 23, "監視アラート", false);
        status(shelf, 23, 530, "New", 0, "NotResponded");
        status(shelf, 23, 531, "Acknowledged", 10, "Responded");
        status(shelf, 23, 539, "Completed", 90, "Resolved");
        board(shelf, 24, "Projekte", true);
        status(shelf, 24, 540, "New", 0, "NotResponded");
        status(shelf, 24, 541, "In Progress", 10, "Responded");
        status(shelf, 24, 549, "Closed", 90, "Resolved");
        types(shelf);
    }

    private static void board(Shelf shelf, long id, String name, boolean project) {
        shelf.put(
                Tables.BOARDS,
                id,
                "name",
                name,
                "location",
                shelf.to("SystemLocationReference", 2),
                "department",
                shelf.to("SystemDepartmentReference", 10),
                "inactiveFlag",
                false,
                "sendToContactFlag",
                true,
                "sendToResourceFlag",
                false,
                "projectFlag",
                project,
                "workRole",
                shelf.to("WorkRoleReference", 11),
                "billTime",
                "Billable",
                "billExpense",
                "Billable",
                "billProduct",
                "Billable",
                "discussionsLockedFlag",
                false,
                "timeEntryLockedFlag",
                false,
                "markFirstNoteIssueFlag",
                true,
                "emailConnectorAllowReopenClosedFlag",
                true,
                "problemSort",
                "Ascending");
        long team = 25 + (id - 21);
        shelf.put(
                Tables.TEAMS,
                team,
                "name",
                id == 21 ? "Field Crew" : "Team " + id,
                "boardId",
                id,
                "board",
                shelf.to("BoardReference", id),
                "defaultFlag",
                true,
                "members",
                List.of());
    }

    private static void status(
            Shelf shelf, long board, long id, String name, long order, String escalation) {
        boolean old = name.endsWith("2019");
        boolean closed = escalation.equals("Resolved");
        shelf.put(
                Tables.STATUSES,
                id,
                "name",
                name,
                "board",
                shelf.to("BoardReference", board),
                "sortOrder",
                order,
                "displayOnBoard",
                !old,
                "inactive",
                old,
                "closedStatus",
                closed,
                "timeEntryNotAllowed",
                id == 513,
                "roundRobinCatchall",
                false,
                "defaultFlag",
                order == 0,
                "escalationStatus",
                escalation,
                "customerPortalFlag",
                name.startsWith("Waiting"),
                "saveTimeAsNote",
                false);
    }

    private static void types(Shelf shelf) {
        type(shelf, 21, 71, "Hardware", "Reactive", true, false);
        type(shelf, 21, 72, "Account", "Reactive", false, false);
        type(shelf, 21, 73, "Netzwerk", "Proactive", false, true);
        type(shelf, 22, 75, "Move", "Proactive", true, false);
        type(shelf, 23, 77, "Alert", "Reactive", true, false);
        subType(shelf, 171, "Printer", List.of(71L));
        subType(shelf, 172, "Laptop", List.of(71L, 72L));
        subType(shelf, 173, "Password", List.of(72L));
        item(shelf, 271, "Paper jam");
        item(shelf, 272, "Replace part");
        association(shelf, 1, 71, 171, 271);
        association(shelf, 2, 71, 172, 272);
    }

    private static void type(
            Shelf shelf,
            long board,
            long id,
            String name,
            String category,
            boolean usual,
            boolean inactive) {
        shelf.put(
                Tables.TYPES,
                id,
                "name",
                name,
                "category",
                category,
                "defaultFlag",
                usual,
                "inactiveFlag",
                inactive,
                "requestForChangeFlag",
                false,
                "board",
                shelf.to("BoardReference", board));
    }

    private static void subType(Shelf shelf, long id, String name, List<Long> types) {
        shelf.put(
                Tables.SUB_TYPES,
                id,
                "name",
                name,
                "inactiveFlag",
                false,
                "typeAssociationIds",
                types,
                "board",
                shelf.to("BoardReference", 21));
    }

    private static void item(Shelf shelf, long id, String name) {
        shelf.put(
                Tables.ITEMS,
                id,
                "name",
                name,
                "inactiveFlag",
                false,
                "board",
                shelf.to("BoardReference", 21));
    }

    private static void association(Shelf shelf, long id, long type, long subType, long item) {
        Map<String, Object> association =
                Json.object(
                        "type", shelf.to("ServiceTypeReference", type),
                        "subType", shelf.to("ServiceSubTypeReference", subType),
                        "item", shelf.to("ServiceItemReference", item),
                        "board", shelf.to("BoardReference", 21));
        shelf.put(Tables.ASSOCIATIONS, id, association);
    }
}
