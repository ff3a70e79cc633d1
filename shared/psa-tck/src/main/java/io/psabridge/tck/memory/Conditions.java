package io.psabridge.tck.memory;

import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import io.psabridge.tck.KitFault;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes queries for a PSA in memory, so that a person's text is never more than text. */
final class Conditions {

    private final Faults faults;

    Conditions(Faults faults) {
        this.faults = faults;
    }

    String of(TicketFilter filter) {
        List<String> terms = new ArrayList<>();
        String text = filter.text();
        if (text != null) {
            boolean number = faults.has(KitFault.OR_ESCAPES_THE_FILTER) && text.matches("[0-9]+");
            terms.add(contains("summary", text) + (number ? " or " + is("id", text) : ""));
        }
        for (TicketField field : TicketField.values()) {
            String id = filter.references().get(field);
            if (id != null) {
                terms.add(is(field.wireName(), id));
            }
        }
        if (filter.closed() != null) {
            terms.add(is("closed", Objects.toString(filter.closed())));
        }
        if (filter.updatedSince() != null) {
            terms.add("updatedAt > \"" + since(filter) + "\"");
        }
        return String.join(" and ", terms);
    }

    String contains(String field, String text) {
        String literal = text;
        if (!faults.has(KitFault.USER_TEXT_AS_STRUCTURE)) {
            literal = literal.replaceAll("([\"\\\\])", "\\\\$1");
        }
        if (!faults.has(KitFault.WILDCARDS_FROM_THE_USER)) {
            literal = literal.replace("%", "\\%");
        }
        return field + " contains \"" + literal + "\"";
    }

    static String is(String field, String value) {
        return field + " = \"" + value.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
    }

    private String since(TicketFilter filter) {
        var moment = Objects.requireNonNull(filter.updatedSince()).truncatedTo(ChronoUnit.SECONDS);
        return faults.has(KitFault.LOCAL_TIME)
                ? LocalDateTime.ofInstant(moment, ZoneId.systemDefault()) + ":00Z"
                : moment.toString();
    }
}
