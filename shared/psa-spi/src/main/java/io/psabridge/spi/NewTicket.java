package io.psabridge.spi;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be made.
 *
 * @param fields summary and company at least; what is left out falls to the PSA's defaults
 * @param description becomes the first note that the customer sees
 * @param marker 1 to 100 printable ASCII characters kept where the PSA keeps other systems'
 *     references, to find the ticket again after an unknown outcome
 */
public record NewTicket(
        Map<TicketField, String> fields, @Nullable String description, @Nullable String marker) {

    public NewTicket {
        if (fields.getOrDefault(TicketField.SUMMARY, "").isBlank()) {
            throw new IllegalArgumentException("A ticket needs a summary");
        }
        if (!fields.containsKey(TicketField.COMPANY)) {
            throw new IllegalArgumentException("A ticket needs a company");
        }
        fields = Map.copyOf(fields);
    }

    public static NewTicket of(String summary, String companyId) {
        return new NewTicket(
                Map.of(TicketField.SUMMARY, summary, TicketField.COMPANY, companyId), null, null);
    }

    public NewTicket with(TicketField field, String value) {
        Map<TicketField, String> all = new EnumMap<>(TicketField.class);
        all.putAll(fields);
        all.put(field, value);
        return new NewTicket(all, description, marker);
    }

    public NewTicket withDescription(String value) {
        return new NewTicket(fields, value, marker);
    }

    public NewTicket withMarker(String value) {
        return new NewTicket(fields, description, value);
    }
}
