package io.psabridge.core.audit;

import com.github.f4b6a3.ulid.UlidCreator;
import io.psabridge.platform.web.Actor;
import java.time.Instant;

/**
 * One attempt to do something.
 *
 * @param action as {@link AuditAction#wireName} says it
 * @param at by the database's clock
 */
public record AuditEvent(
        String id,
        Instant at,
        Actor actor,
        String action,
        AuditSubject subject,
        AuditOutcome outcome) {

    static String freshId() {
        return "aud_" + UlidCreator.getMonotonicUlid().toLowerCase();
    }

    /** Where a list goes on after this event. */
    String key() {
        return at + " " + id;
    }
}
