package io.psabridge.sandbox.control;

import io.psabridge.sandbox.json.Json;
import java.time.Instant;
import java.util.Map;

/**
 * One try to deliver a callback.
 *
 * @param outcome the status that came back, or why none did
 */
public record Delivery(
        Instant at, long callbackId, String url, String body, String signature, String outcome) {

    public Map<String, Object> toJson() {
        return Json.object(
                "at", at.toString(),
                "callbackId", callbackId,
                "url", url,
                "body", body,
                "signature", signature,
                "outcome", outcome);
    }
}
