package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a new ticket gets that its body did not say. */
final class TicketDefaults {

    private TicketDefaults() {}

    static void fill(Draft draft, String recordType) {
        Site site = draft.site();
        if (recordType.equals("ServiceTicket")) {
            draft.members().put("recordType", recordType);
        }
        if (!draft.has("board")) {
            reference(
                    draft,
                    "board",
                    "BoardReference",
                    Tables.BOARDS,
                    board ->
                            !Records.flag(board, "projectFlag")
                                    && !Records.flag(board, "inactiveFlag"));
        }
        long board = draft.reference("board");
        if (!draft.has("status")) {
            reference(
                    draft,
                    "status",
                    "ServiceStatusReference",
                    Tables.STATUSES,
                    status ->
                            Records.flag(status, "defaultFlag")
                                    && Records.referenceId(status, "board") == board);
        }
        byDefaultFlag(draft, "priority", "PriorityReference", Tables.PRIORITIES);
        byDefaultFlag(draft, "source", "ServiceSourceReference", Tables.SOURCES);
        byDefaultFlag(
                draft, "serviceLocation", "ServiceLocationReference", Tables.SERVICE_LOCATIONS);
        Row boardRow = site.table(Tables.BOARDS).get(board);
        if (boardRow != null) {
            draft.fill("location", boardRow.members().get("location"));
            draft.fill("department", boardRow.members().get("department"));
        }
        findContactByMail(draft);
        takeCompany(draft);
        takeContact(draft);
        if (draft.kind().model().field("severity") != null) {
            draft.fill("severity", "Medium");
            draft.fill("impact", "Medium");
        }
        draft.fill("customerUpdatedFlag", false);
        draft.fill(
                "automaticEmailContactFlag",
                boardRow != null && Records.flag(boardRow.members(), "sendToContactFlag"));
        draft.fill("automaticEmailResourceFlag", false);
        draft.fill("automaticEmailCcFlag", false);
        draft.fill("actualHours", 0.0);
        draft.fill("approved", true);
    }

    /** Name, phone and address of the contact, as the ticket keeps them. */
    static void takeContact(Draft draft) {
        Row contact = draft.site().table(Tables.CONTACTS).get(draft.reference("contact"));
        if (contact == null) {
            for (String member :
                    new String[] {
                        "contactName",
                        "contactPhoneNumber",
                        "contactPhoneExtension",
                        "contactEmailAddress"
                    }) {
                if (!draft.changed().contains(member)) {
                    draft.members().remove(member);
                }
            }
            return;
        }
        Map<String, Object> record = contact.members();
        String name =
                (Records.text(record, "firstName") + " " + Records.text(record, "lastName"))
                        .strip();
        draft.members().put("contactName", name);
        put(draft, "contactPhoneNumber", item(record, "Phone", "value"));
        put(draft, "contactPhoneExtension", item(record, "Phone", "extension"));
        put(draft, "contactEmailAddress", item(record, "Email", "value"));
    }

    private static void put(Draft draft, String member, String value) {
        if (!value.isEmpty() && !draft.changed().contains(member)) {
            draft.members().put(member, value);
        }
    }

    private static void takeCompany(Draft draft) {
        Row company = draft.site().table(Tables.COMPANIES).get(draft.reference("company"));
        if (company == null) {
            return;
        }
        Map<String, Object> record = company.members();
        if (record.get("site") instanceof Map<?, ?> site) {
            draft.fill("site", site);
            draft.fill("siteName", Records.text(Json.asObject(site), "name"));
        }
        for (String member : new String[] {"addressLine1", "addressLine2", "city", "zip"}) {
            draft.fill(member, record.get(member));
        }
        draft.fill("stateIdentifier", record.get("state"));
    }

    private static void findContactByMail(Draft draft) {
        if (draft.has("contact")
                || !(draft.actions().get("contactEmailLookup") instanceof String mail)) {
            return;
        }
        reference(
                draft,
                "contact",
                "ContactReference",
                Tables.CONTACTS,
                contact -> item(contact, "Email", "value").equalsIgnoreCase(mail));
    }

    /** A member of the contact's default communication item of a type, or an empty text. */
    static String item(Map<String, Object> contact, String type, String member) {
        if (!(contact.get("communicationItems") instanceof List<?> items)) {
            return "";
        }
        String found = "";
        for (Object each : items) {
            Map<String, Object> item = Json.asObject(each);
            if (Records.text(item, "communicationType").equals(type)
                    && (found.isEmpty() || Records.flag(item, "defaultFlag"))) {
                found = Records.text(item, member);
            }
        }
        return found;
    }

    private static void byDefaultFlag(Draft draft, String member, String model, String table) {
        if (!draft.has(member) && draft.kind().model().field(member) != null) {
            reference(draft, member, model, table, record -> Records.flag(record, "defaultFlag"));
        }
    }

    private static void reference(
            Draft draft,
            String member,
            String model,
            String table,
            Predicate<Map<String, Object>> wanted) {
        Row row = Records.first(draft.site().table(table), wanted);
        if (row != null) {
            draft.fill(member, References.to(draft.site(), model, row.id()));
        }
    }
}
