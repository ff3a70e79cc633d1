package io.psabridge.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the PSA shows it.
 *
 * @param closed as the status's flag says, whatever its name
 * @param references whichever of board, status, company, … the ticket has
 * @param url where a person opens it
 * @param raw the PSA's own JSON
 */
public record Ticket(
        Id<Ticket> id,
        String summary,
        @Nullable String description,
        boolean closed,
        Map<TicketField, Ref> references,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        URI url,
        String raw) {

    public Ticket {
        references = Map.copyOf(references);
    }

    public Optional<Ref> reference(TicketField field) {
        return Optional.ofNullable(references.get(field));
    }
}
