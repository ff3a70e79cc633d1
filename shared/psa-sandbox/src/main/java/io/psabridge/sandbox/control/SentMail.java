package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.time.Instant;
import java.util.Map;

/** A mail that the PSA would have sent. */
public record SentMail(
        Instant at, String to, long ticketId, long noteId, String subject, String text) {

    public Map<String, Object> toJson() {
        return Json.object(
                "at", at.toString(),
                "to", to,
                "ticketId", ticketId,
                "noteId", noteId,
                "subject", subject,
                "text", text);
    }
}
