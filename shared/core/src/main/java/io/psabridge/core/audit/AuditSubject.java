package io.psabridge.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an action is about.
 *
 * @param type the noun of the action, such as {@code ticket}
 * @param id absent when nothing was made that could have one
 * @param connectionId the connection that it belongs to, or that it is
 */
public record AuditSubject(String type, @Nullable String id, @Nullable String connectionId) {

    public static AuditSubject connection(String id) {
        return new AuditSubject("connection", id, id);
    }

    public static AuditSubject ticket(String id, String connectionId) {
        return new AuditSubject("ticket", id, connectionId);
    }

    /** What would have been made. */
    public static AuditSubject none(String type, @Nullable String connectionId) {
        return new AuditSubject(type, null, connectionId);
    }
}
