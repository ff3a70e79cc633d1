package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Time entries, charged to tickets among others. */
final class TimeEntryRules implements Rules {

    @Override
    public void fill(Draft draft) {
        Map<String, Object> entry = draft.members();
        draft.fill(
                "member", References.to(draft.site(), "MemberReference", draft.key().memberId()));
        Row ticket = draft.site().table(Tables.TICKETS).get(Records.number(entry, "chargeToId"));
        if (ticket != null) {
            draft.fill("company", ticket.members().get("company"));
            draft.fill("ticket", References.to(draft.site(), "TicketReference", ticket.id()));
        } else if (Records.text(entry, "chargeToType").equals("ServiceTicket")) {
            draft.errors()
                    .add(
                            "NotFound",
                            "Ticket " + entry.get("chargeToId") + " not found",
                            "chargeToId");
        }
        first(draft, "workType", "WorkTypeReference", Tables.WORK_TYPES);
        first(draft, "workRole", "WorkRoleReference", Tables.WORK_ROLES);
        for (String flag :
                new String[] {
                    "addToDetailDescriptionFlag", "addToInternalAnalysisFlag",
                            "addToResolutionFlag",
                    "emailResourceFlag", "emailContactFlag", "emailCcFlag"
                }) {
            draft.fill(flag, false);
        }
        draft.fill("billableOption", "Billable");
        draft.fill("locationId", 2L);
        draft.fill("businessUnitId", 10L);
        draft.fill("hoursDeduct", 0.0);
        draft.fill("actualHours", hours(entry));
        entry.put("enteredBy", draft.key().identifier());
        entry.put("dateEntered", draft.site().now());
        entry.put("status", "Open");
    }

    private static double hours(Map<String, Object> entry) {
        String start = Records.text(entry, "timeStart");
        String end = Records.text(entry, "timeEnd");
        if (start.isEmpty() || end.isEmpty()) {
            return 0.0;
        }
        return Duration.between(Instant.parse(start), Instant.parse(end)).toMinutes() / 60.0;
    }

    private static void first(Draft draft, String member, String model, String table) {
        Row row = Records.first(draft.site().table(table), record -> true);
        if (row != null) {
            draft.fill(member, References.to(draft.site(), model, row.id()));
        }
    }
}
