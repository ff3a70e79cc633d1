package io.psabridge.core.connection;

import io.psabridge.platform.idempotency.Attempt;

/** Names a connection within its tenant. A later one sorts after an earlier one. */
public record ConnectionId(String value) {

    /** The id of the connection that this attempt makes. */
    static ConnectionId reserved(Attempt attempt) {
        return new ConnectionId("con_" + attempt.reservedId());
    }

    @Override
    public String toString() {
        return value;
    }
}
