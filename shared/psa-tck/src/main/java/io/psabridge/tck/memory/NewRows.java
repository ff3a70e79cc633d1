package io.psabridge.tck.memory;

import io.psabridge.spi.Audience;
import java.util.Map;

/** Rows that a test puts into a PSA in memory. */
final class NewRows {

    private NewRows() {}

    static Map<String, String> note(String ticket, String text, Audience audience) {
        return Map.of(
                "ticketId",
                ticket,
                "text",
                text,
                "audience",
                audience.wireName(),
                "createdAt",
                Records.now());
    }

    static Map<String, String> member(String name, String email, boolean active) {
        return Map.of(
                "identifier",
                email.replaceAll("@.*", ""),
                "name",
                name,
                "email",
                email,
                "active",
                Boolean.toString(active),
                "api",
                "false");
    }

    static Map<String, String> contact(String first, String last, String email, String company) {
        return Map.of(
                "firstName", first,
                "lastName", last,
                "name", first + " " + last,
                "email", email,
                "companyId", company);
    }

    static Map<String, String> status(String board, String name, boolean closed) {
        return Map.of(
                "boardId",
                board,
                "name",
                name,
                "closed",
                Boolean.toString(closed),
                "default",
                "false");
    }
}
