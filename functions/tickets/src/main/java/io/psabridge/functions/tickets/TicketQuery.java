package io.psabridge.functions.tickets;

import io.psabridge.platform.web.RequestCheck;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The query parameters that select tickets. */
final class TicketQuery {

    private static final int LONGEST_TEXT = 200;
    private static final Map<String, TicketField> REFERENCES =
            Map.of(
                    "companyId", TicketField.COMPANY,
                    "contactId", TicketField.CONTACT,
                    "boardId", TicketField.BOARD,
                    "statusId", TicketField.STATUS,
                    "assigneeId", TicketField.ASSIGNEE);

    private final SortedMap<String, String> given = new TreeMap<>();

    TicketQuery put(String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
        return this;
    }

    /** The parameters that are there. */
    SortedMap<String, String> given() {
        return given;
    }

    /** Fails with {@code invalid_request} that names every parameter which is wrong. */
    TicketFilter filter() {
        RequestCheck check = new RequestCheck();
        TicketFilter filter = TicketFilter.ALL;
        for (Map.Entry<String, String> parameter : given.entrySet()) {
            filter = with(filter, parameter.getKey(), parameter.getValue(), check);
        }
        check.verify();
        return filter;
    }

    private static TicketFilter with(
            TicketFilter filter, String name, String value, RequestCheck check) {
        return switch (name) {
            case "q" -> filter.withText(check.text(name, value, LONGEST_TEXT));
            case "closed" -> filter.withClosed(flag(name, value, check));
            case "updatedSince" -> filter.withUpdatedSince(time(name, value, check));
            default -> filter.with(reference(name), check.id(name, value));
        };
    }

    private static TicketField reference(String name) {
        TicketField field = REFERENCES.get(name);
        if (field == null) {
            throw new IllegalArgumentException(name);
        }
        return field;
    }

    private static boolean flag(String name, String value, RequestCheck check) {
        boolean yes = value.equals("true");
        check.that(yes || value.equals("false"), name, "must be true or false");
        return yes;
    }

    private static Instant time(String name, String value, RequestCheck check) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            check.wrong(name, "must be a time such as 2026-01-31T09:30:00Z");
            return Instant.EPOCH;
        }
    }
}
