package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks.Event;
import io.psabridge.spi.Callbacks.Topic;
import jakarta.inject.Singleton;

/** The rows of {@code callback_message}. Runs in its caller's transaction. */
@Singleton
final class MessageRepository {

    private final Sql sql;

    MessageRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when a message of this id was taken before. */
    boolean take(TenantId tenant, ConnectionId connection, Event event) {
        return sql.update(
                        "INSERT INTO callback_message (tenant_id, connection_id, message_hash, topic, record_id)"
                                + " VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id, connection_id, message_hash) DO NOTHING",
                        tenant.value(),
                        connection.value(),
                        Hashes.sha256(event.messageId()),
                        RegistrationRepository.wireName(event.topic()),
                        event.recordId())
                == 1;
    }

    /** Which message about a record was the last one; 0 when there was none. */
    long last(TenantId tenant, ConnectionId connection, Topic topic, String record) {
        return sql.first(
                        row -> Long.parseLong(row.text("seq")),
                        "SELECT seq FROM callback_message"
                                + " WHERE tenant_id = ? AND connection_id = ? AND topic = ? AND record_id = ?"
                                + " ORDER BY seq DESC LIMIT 1",
                        tenant.value(),
                        connection.value(),
                        RegistrationRepository.wireName(topic),
                        record)
                .orElse(0L);
    }

    /** A PSA repeats a message within seconds; a week later nobody does. */
    int removeOld(TenantId tenant) {
        return sql.update(
                "DELETE FROM callback_message WHERE tenant_id = ?"
                        + " AND taken_at < psa_bridge_now() - interval '7 days'",
                tenant.value());
    }

    void remove(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM callback_message WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }
}
