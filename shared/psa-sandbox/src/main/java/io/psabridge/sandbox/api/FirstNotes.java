package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.Map;

/** The notes that a new ticket's initial texts become, and the mail about a new ticket. */
final class FirstNotes {

    private static final Map<String, String> FLAGS =
            Map.of(
                    "initialDescription", "detailDescriptionFlag",
                    "initialInternalAnalysis", "internalAnalysisFlag",
                    "initialResolution", "resolutionFlag");

    private FirstNotes() {}

    static void write(Draft draft, Row ticket) {
        FLAGS.forEach((action, flag) -> {
            if (draft.actions().get(action) instanceof String text && !text.isEmpty()) {
                note(draft, ticket, text, flag);
            }
        });
        if (!Boolean.FALSE.equals(draft.actions().get("processNotifications"))) {
            Mailer.toContact(
                    draft.site(), ticket.members(), 0, Records.text(ticket.members(), "summary"));
        }
    }

    private static void note(Draft draft, Row ticket, String text, String flag) {
        Site site = draft.site();
        long id = site.table(Tables.NOTES).nextId();
        Map<String, Object> note =
                Json.object(
                        "id", id,
                        "ticketId", ticket.id(),
                        "text", NoteText.stored(site, text),
                        "detailDescriptionFlag", flag.equals("detailDescriptionFlag"),
                        "internalAnalysisFlag", flag.equals("internalAnalysisFlag"),
                        "resolutionFlag", flag.equals("resolutionFlag"),
                        "issueFlag", false);
        if (ticket.members().get("contact") instanceof Map<?, ?> contact
                && flag.equals("detailDescriptionFlag")) {
            note.put("contact", contact);
        } else {
            note.put("member", References.to(site, "MemberReference", draft.key().memberId()));
        }
        note.putAll(
                Json.object(
                        "customerUpdatedFlag", false,
                        "processNotifications", false,
                        "dateCreated", site.now(),
                        "createdBy", draft.key().identifier(),
                        "internalFlag", !note.containsKey("contact"),
                        "externalFlag", note.containsKey("contact"),
                        "_info",
                                Json.object(
                                        "lastUpdated",
                                        site.now(),
                                        "updatedBy",
                                        draft.key().identifier())));
        site.table(Tables.NOTES).put(id, note);
    }
}
