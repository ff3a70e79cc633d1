package io.psabridge.core.link;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Row;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ref;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code ticket_link}. */
@Singleton
@SerdeImport(Ref.class)
final class LinkRows {

    private final ObjectMapper json;

    LinkRows(ObjectMapper json) {
        this.json = json;
    }

    TicketLink read(Row row) {
        String url = row.textOrNull("record_url");
        return new TicketLink(
                new LinkId(row.text("id")),
                new ConnectionId(row.text("connection_id")),
                Id.of(row.text("ticket_id")),
                new LinkedRecord(
                        row.text("record_type"),
                        row.text("record_id"),
                        row.textOrNull("record_title"),
                        url == null ? null : URI.create(url)),
                new LinkedTicket(
                        row.text("ticket_summary"),
                        reference(row.textOrNull("ticket_status")),
                        row.flag("ticket_closed"),
                        reference(row.textOrNull("ticket_company")),
                        URI.create(row.text("ticket_url")),
                        row.instant("refreshed_at")),
                row.text("created_by"),
                row.instant("created_at"));
    }

    @Nullable String json(@Nullable Ref reference) {
        try {
            return reference == null ? null : json.writeValueAsString(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Ref reference(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Ref.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
