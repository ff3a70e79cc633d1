package io.psabridge.functions.tickets;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.link.LinkedRecord;
import io.psabridge.platform.web.RequestCheck;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What ties a record of the application to a ticket. */
@Serdeable
record LinkBody(
        @Nullable String connectionId, @Nullable String ticketId, @Nullable RecordBody record) {

    /** Fails with {@code invalid_request} that names every member which is wrong. */
    Wanted read() {
        RequestCheck check = new RequestCheck();
        String connection = check.id("connectionId", connectionId);
        String ticket = check.id("ticketId", ticketId);
        RecordBody body = record == null ? new RecordBody(null, null, null, null) : record;
        LinkedRecord linked = body.read(check);
        check.verify();
        return new Wanted(connection, ticket, linked);
    }

    /** A link whose members are as they must be. */
    record Wanted(String connectionId, String ticketId, LinkedRecord record) {}

    /**
     * A record of the application, in its own terms.
     *
     * @param url https
     */
    @Serdeable
    record RecordBody(
            @Nullable String type,
            @Nullable String id,
            @Nullable String title,
            @Nullable String url) {

        private static final int LONGEST_URL = 2_000;

        LinkedRecord read(RequestCheck check) {
            return new LinkedRecord(
                    check.text("record.type", type, 100),
                    check.text("record.id", id, 200),
                    check.optionalText("record.title", title, 500),
                    url == null ? null : https(url, check));
        }

        private static @Nullable URI https(String url, RequestCheck check) {
            check.optionalText("record.url", url, LONGEST_URL);
            try {
                URI uri = URI.create(url);
                if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                check.wrong("record.url", "is no URL");
                return null;
            }
            check.wrong("record.url", "must be an https URL");
            return null;
        }
    }
}
