package io.psabridge.tck.memory;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.TicketField;
import io.psabridge.tck.StoredNote;
import io.psabridge.tck.StoredTicket;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Shows rows of a PSA in memory from behind. */
final class Stored {

    private Stored() {}

    static StoredTicket ticket(Map<String, String> row) {
        Map<TicketField, String> references = new EnumMap<>(TicketField.class);
        for (TicketField field : TicketField.values()) {
            String id = row.get(field.wireName());
            if (field != TicketField.SUMMARY && id != null) {
                references.put(field, id);
            }
        }
        return new StoredTicket(
                Id.of(row.getOrDefault("id", "")),
                row.getOrDefault("summary", ""),
                references,
                "true".equals(row.get("closed")),
                Map.of("rack", row.getOrDefault("custom", "")),
                Instant.parse(row.getOrDefault("createdAt", "")),
                Instant.parse(row.getOrDefault("updatedAt", "")));
    }

    static StoredNote note(Map<String, String> row) {
        String author = row.get("authorId");
        return new StoredNote(
                Id.of(row.getOrDefault("id", "")),
                row.getOrDefault("text", ""),
                Audience.valueOf(row.getOrDefault("audience", "").toUpperCase(Locale.ROOT)),
                author == null ? null : Id.of(author),
                "true".equals(row.get("notify")));
    }
}
