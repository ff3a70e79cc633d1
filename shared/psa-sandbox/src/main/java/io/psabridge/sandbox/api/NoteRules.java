package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes of a ticket: where they show, who wrote them, whom they are mailed to. */
final class NoteRules implements Rules {

    private final String ticketTable;
    private final CallbackSender callbacks;

    NoteRules(String ticketTable, CallbackSender callbacks) {
        this.ticketTable = ticketTable;
        this.callbacks = callbacks;
    }

    @Override
    public Action toCreate() {
        return Action.EDIT;
    }

    @Override
    public void received(Draft draft) {
        if (draft.members().get("text") instanceof String text) {
            draft.members().put("text", NoteText.stored(draft.site(), text));
        }
    }

    @Override
    public void fill(Draft draft) {
        Map<String, Object> note = draft.members();
        note.put("ticketId", draft.call().parentId());
        for (String flag :
                new String[] {
                    "detailDescriptionFlag",
                    "internalAnalysisFlag",
                    "resolutionFlag",
                    "issueFlag",
                    "customerUpdatedFlag",
                    "processNotifications"
                }) {
            draft.fill(flag, false);
        }
        boolean byContact = draft.has("contact");
        if (!byContact) {
            draft.fill(
                    "member",
                    References.to(draft.site(), "MemberReference", draft.key().memberId()));
        }
        note.put("internalFlag", !byContact);
        note.put("externalFlag", byContact);
        note.putIfAbsent("dateCreated", draft.site().now());
        note.putIfAbsent("createdBy", draft.key().identifier());
    }

    @Override
    public void check(Draft draft) {
        if (!draft.flag("detailDescriptionFlag")
                && !draft.flag("internalAnalysisFlag")
                && !draft.flag("resolutionFlag")) {
            draft.errors()
                    .add(
                            "InvalidObject",
                            "Please choose where to display the notes in order to save this record.",
                            "detailDescriptionFlag");
        }
        boolean limited = draft.site().is(Switch.LONG_NOTES, "refused");
        if (limited && Records.text(draft.members(), "text").length() > NoteText.LIMIT) {
            draft.errors()
                    .add(
                            "MaxLengthField",
                            "The field text must be a string with a maximum length of "
                                    + NoteText.LIMIT
                                    + ".",
                            "text");
        }
    }

    @Override
    public void saved(Draft draft, Row note) {
        touchTicket(draft.call(), draft.flag("customerUpdatedFlag"));
        Row ticket = draft.site().table(ticketTable).get(draft.call().parentId());
        if (ticket != null && draft.before() == null && draft.flag("processNotifications")) {
            Mailer.toContact(
                    draft.site(),
                    ticket.members(),
                    note.id(),
                    Records.text(note.members(), "text"));
        }
    }

    @Override
    public void removed(Call call, Row row) {
        touchTicket(call, false);
    }

    private void touchTicket(Call call, boolean byCustomer) {
        Row ticket = call.site().table(ticketTable).get(call.parentId());
        if (ticket == null) {
            return;
        }
        Map<String, Object> info =
                new LinkedHashMap<>(
                        Json.asObject(ticket.members().getOrDefault("_info", Map.of())));
        info.put("lastUpdated", call.site().now());
        info.put("updatedBy", call.key().identifier());
        Map<String, Object> set = Json.object("_info", info);
        if (byCustomer) {
            set.put("customerUpdatedFlag", true);
        }
        call.site().apply(RecordChange.set(ticketTable, ticket.id(), set));
        Row touched = call.site().table(ticketTable).get(ticket.id());
        if (touched != null) {
            callbacks.changed(call.key(), "ticket", "updated", touched);
        }
    }
}
