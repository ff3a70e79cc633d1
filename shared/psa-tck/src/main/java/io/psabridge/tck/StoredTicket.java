package io.psabridge.tck;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the stand-in holds it, whatever the provider says of it.
 *
 * @param references ids of the records that it refers to
 * @param custom values of custom fields by their names
 */
public record StoredTicket(
        Id<Ticket> id,
        String summary,
        Map<TicketField, String> references,
        boolean closed,
        Map<String, String> custom,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public StoredTicket {
        references = Map.copyOf(references);
        custom = Map.copyOf(custom);
    }
}
