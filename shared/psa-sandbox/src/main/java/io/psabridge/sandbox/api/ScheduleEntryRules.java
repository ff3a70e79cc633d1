package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** Schedule entries: one of the type S puts a member among a ticket's resources. */
final class ScheduleEntryRules implements Rules {

    @Override
    public void fill(Draft draft) {
        draft.fill(
                "member", References.to(draft.site(), "MemberReference", draft.key().memberId()));
        Row ticket =
                draft.site().table(Tables.TICKETS).get(Records.number(draft.members(), "objectId"));
        if (ticket == null) {
            draft.errors()
                    .add(
                            "NotFound",
                            "Ticket " + draft.members().get("objectId") + " not found",
                            "objectId");
            return;
        }
        String company =
                ticket.members().get("company") instanceof Map<?, ?> reference
                        ? Records.text(Json.asObject(reference), "name")
                        : "";
        draft.fill(
                "name",
                company
                        + " / Ticket# "
                        + ticket.id()
                        + " - "
                        + Records.text(ticket.members(), "summary"));
        Row where =
                Records.first(
                        draft.site().table(Tables.SERVICE_LOCATIONS),
                        record -> Records.flag(record, "defaultFlag"));
        if (where != null) {
            draft.fill(
                    "where", References.to(draft.site(), "ServiceLocationReference", where.id()));
        }
        String tomorrow =
                LocalDate.ofInstant(draft.site().clock().now(), ZoneOffset.UTC).plusDays(1)
                        + "T00:00:00Z";
        draft.fill("dateStart", tomorrow);
        draft.fill("dateEnd", draft.members().get("dateStart"));
        draft.fill("status", Json.object("id", 2L, "name", "Firm"));
        for (String flag :
                new String[] {"doneFlag", "acknowledgedFlag", "ownerFlag", "meetingFlag"}) {
            draft.fill(flag, false);
        }
        draft.fill("allowScheduleConflictsFlag", true);
        draft.fill("hours", 0.0);
    }

    @Override
    public void saved(Draft draft, Row row) {
        Row ticket =
                draft.site().table(Tables.TICKETS).get(Records.number(row.members(), "objectId"));
        Row member =
                draft.site()
                        .table(Tables.MEMBERS)
                        .get(Records.referenceId(row.members(), "member"));
        if (ticket == null || member == null) {
            return;
        }
        String resources = Records.text(ticket.members(), "resources");
        String identifier = Records.text(member.members(), "identifier");
        if (!Arrays.asList(resources.split(",\\s*", -1)).contains(identifier)) {
            String more = resources.isEmpty() ? identifier : resources + ", " + identifier;
            draft.site()
                    .apply(
                            RecordChange.set(
                                    Tables.TICKETS, ticket.id(), Json.object("resources", more)));
        }
    }
}
