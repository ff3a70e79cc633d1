package io.psabridge.functions.tickets;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Ticket;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The PSA's own JSON of a ticket, for who asks for it. */
@Singleton
final class RawJson {

    private final JsonMapper json;

    RawJson(JsonMapper json) {
        this.json = json;
    }

    /** Reads the query parameter {@code include}. */
    boolean isWanted(@Nullable String include) {
        if (include != null && !include.equals("raw")) {
            throw Problem.invalid("include", "must be raw");
        }
        return include != null;
    }

    @Nullable JsonNode of(Ticket ticket) {
        try {
            return json.readValue(ticket.raw(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
