package io.psabridge.spi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a ticket, three-state: a field that is absent is kept, an empty one is cleared,
 * another is set.
 *
 * @param fields the new values; ids for all but the summary
 */
public record TicketChange(Map<TicketField, Optional<String>> fields) {

    public static final TicketChange NONE = new TicketChange(Map.of());

    public TicketChange {
        fields = Map.copyOf(fields);
    }

    public TicketChange set(TicketField field, String value) {
        return with(field, Optional.of(value));
    }

    public TicketChange clear(TicketField field) {
        return with(field, Optional.empty());
    }

    private TicketChange with(TicketField field, Optional<String> value) {
        Map<TicketField, Optional<String>> all = new EnumMap<>(TicketField.class);
        all.putAll(fields);
        all.put(field, value);
        return new TicketChange(all);
    }
}
