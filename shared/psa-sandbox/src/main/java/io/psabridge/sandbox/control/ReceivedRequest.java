package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.time.Instant;
import java.util.Map;

/**
 * A request as it came, without its keys.
 *
 * @param number counted from the start
 * @param connection the number of the TCP connection it came on
 * @param company the company it signed in as, or an empty text
 * @param member the API member behind the keys, or an empty text when they are wrong
 * @param query as it came, still percent-encoded
 * @param headers without the values of Authorization, Cookie and clientId
 * @param status what was answered, 0 for nothing
 * @param fault what went wrong on order, or an empty text
 */
public record ReceivedRequest(
        long number,
        Instant at,
        long connection,
        String company,
        String member,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        int status,
        String fault) {

    public Map<String, Object> toJson() {
        return Json.object(
                "number", number,
                "at", at.toString(),
                "connection", connection,
                "company", company,
                "member", member,
                "method", method,
                "path", path,
                "query", query,
                "headers", headers,
                "body", body,
                "status", status,
                "fault", fault);
    }
}
