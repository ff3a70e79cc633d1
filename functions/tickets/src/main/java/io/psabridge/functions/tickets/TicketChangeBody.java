package io.psabridge.functions.tickets;

import io.micronaut.core.annotation.Introspected;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a request changes of a ticket. */
final class TicketChangeBody {

    private TicketChangeBody() {}

    static TicketChange read(Patch body) {
        body.allow(
                Arrays.stream(TicketField.values())
                        .map(TicketField::wireName)
                        .collect(Collectors.toUnmodifiableSet()));
        RequestCheck check = new RequestCheck();
        TicketChange change = TicketChange.NONE;
        for (TicketField field : TicketField.values()) {
            if (body.has(field.wireName())) {
                change = with(change, field, body, check);
            }
        }
        check.verify();
        return change;
    }

    private static TicketChange with(
            TicketChange change, TicketField field, Patch body, RequestCheck check) {
        String name = field.wireName();
        String value = body.text(name).orElse(null);
        if (field == TicketField.SUMMARY) {
            return change.set(field, check.text(name, value, TicketBody.LONGEST_SUMMARY));
        }
        return value == null ? change.clear(field) : change.set(field, check.id(name, value));
    }

    /** What to change: absent keeps, null clears, a value sets; the summary cannot be cleared. */
    @Introspected
    record Shape(
            @Nullable String summary,
            @Nullable String companyId,
            @Nullable String contactId,
            @Nullable String boardId,
            @Nullable String statusId,
            @Nullable String priorityId,
            @Nullable String typeId,
            @Nullable String subTypeId,
            @Nullable String itemId,
            @Nullable String assigneeId) {}
}
