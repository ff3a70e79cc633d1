package io.psabridge.spi;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows: those that satisfy every part that is given.
 *
 * @param text literal text within the summary, upper and lower case alike
 * @param references ids that the ticket must refer to; never {@link TicketField#SUMMARY}
 * @param updatedSince changed after this moment
 */
public record TicketFilter(
        @Nullable String text,
        Map<TicketField, String> references,
        @Nullable Boolean closed,
        @Nullable Instant updatedSince) {

    public static final TicketFilter ALL = new TicketFilter(null, Map.of(), null, null);

    public TicketFilter {
        if (references.containsKey(TicketField.SUMMARY)) {
            throw new IllegalArgumentException("A summary is no reference");
        }
        references = Map.copyOf(references);
    }

    public TicketFilter withText(String value) {
        return new TicketFilter(value, references, closed, updatedSince);
    }

    public TicketFilter with(TicketField field, String id) {
        Map<TicketField, String> all = new EnumMap<>(TicketField.class);
        all.putAll(references);
        all.put(field, id);
        return new TicketFilter(text, all, closed, updatedSince);
    }

    public TicketFilter withClosed(boolean value) {
        return new TicketFilter(text, references, value, updatedSince);
    }

    public TicketFilter withUpdatedSince(Instant value) {
        return new TicketFilter(text, references, closed, value);
    }
}
