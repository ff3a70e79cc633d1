package io.psabridge.functions.tickets;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.TicketField;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be made. Summary and company are required; what else is left out falls to the PSA's
 * defaults.
 *
 * @param description becomes the first note that the customer sees
 * @param dedupeKey what it is about, in the caller's terms: while a ticket with this key is open,
 *     it is the answer, and no other is made
 */
@Serdeable
record TicketBody(
        @Nullable String summary,
        @Nullable String description,
        @Nullable String companyId,
        @Nullable String contactId,
        @Nullable String boardId,
        @Nullable String statusId,
        @Nullable String priorityId,
        @Nullable String typeId,
        @Nullable String subTypeId,
        @Nullable String itemId,
        @Nullable String assigneeId,
        @Nullable String dedupeKey) {

    static final int LONGEST_SUMMARY = 100;
    private static final int LONGEST_DESCRIPTION = 60_000;
    private static final int LONGEST_KEY = 200;

    /** Fails with {@code invalid_request} that names every member which is wrong. */
    NewTicket toNewTicket() {
        RequestCheck check = new RequestCheck();
        Map<TicketField, String> fields = new EnumMap<>(TicketField.class);
        fields.put(TicketField.SUMMARY, check.text("summary", summary, LONGEST_SUMMARY));
        fields.put(TicketField.COMPANY, check.id("companyId", companyId));
        put(fields, TicketField.CONTACT, contactId, check);
        put(fields, TicketField.BOARD, boardId, check);
        put(fields, TicketField.STATUS, statusId, check);
        put(fields, TicketField.PRIORITY, priorityId, check);
        put(fields, TicketField.TYPE, typeId, check);
        put(fields, TicketField.SUB_TYPE, subTypeId, check);
        put(fields, TicketField.ITEM, itemId, check);
        put(fields, TicketField.ASSIGNEE, assigneeId, check);
        String text = check.optionalText("description", description, LONGEST_DESCRIPTION);
        if (dedupeKey != null) {
            check.text("dedupeKey", dedupeKey, LONGEST_KEY);
        }
        check.verify();
        return new NewTicket(fields, text == null || text.isBlank() ? null : text, null);
    }

    private static void put(
            Map<TicketField, String> fields,
            TicketField field,
            @Nullable String value,
            RequestCheck check) {
        if (value != null) {
            fields.put(field, check.id(field.wireName(), value));
        }
    }
}
