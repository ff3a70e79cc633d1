package io.psabridge.core.connection;

import com.github.f4b6a3.ulid.UlidCreator;

/** Names a connection within its tenant. A later one sorts after an earlier one. */
public record ConnectionId(String value) {

    static ConnectionId fresh() {
        return new ConnectionId("con_" + UlidCreator.getMonotonicUlid().toLowerCase());
    }

    @Override
    public String toString() {
        return value;
    }
}
