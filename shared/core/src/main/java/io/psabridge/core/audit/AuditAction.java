package io.psabridge.core.audit;

import java.util.Locale;

/** What the audit log speaks of: a noun and a verb. */
public enum AuditAction {
    CONNECTION_CREATE,
    CONNECTION_UPDATE,
    CONNECTION_ROTATE,
    CONNECTION_VERIFY,
    CONNECTION_PAUSE,
    CONNECTION_RESUME,
    CONNECTION_DELETE,
    TICKET_CREATE,
    TICKET_UPDATE,
    STATUS_CHANGE,
    LINK_CREATE,
    LINK_DELETE,
    NOTE_POST,
    SESSION_CREATE,
    SESSION_REVOKE;

    /** The name in an answer, such as {@code connection.create}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
