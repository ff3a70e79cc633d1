package io.psabridge.connectwise;

import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.util.List;

/** Turns a filter into conditions. */
final class TicketConditions {

    private TicketConditions() {}

    /** Fails with INVALID_REQUEST for an id that is none. */
    static Conditions of(TicketFilter filter) {
        Conditions all = Conditions.NONE;
        if (filter.text() != null) {
            all = all.contains(List.of("summary"), filter.text());
        }
        for (TicketField field : TicketField.values()) {
            String id = filter.references().get(field);
            if (id != null) {
                all = all.is(TicketFields.name(field) + "/id", Ids.number(field.wireName(), id));
            }
        }
        if (filter.closed() != null) {
            all = all.flag("closedFlag", filter.closed());
        }
        return filter.updatedSince() == null
                ? all
                : all.after("lastUpdated", filter.updatedSince());
    }
}
