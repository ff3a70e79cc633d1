package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks.Topic;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of {@code callback_registration}. Runs in its caller's transaction. */
@Singleton
final class RegistrationRepository {

    private final Sql sql;

    RegistrationRepository(Sql sql) {
        this.sql = sql;
    }

    void set(TenantId tenant, ConnectionId connection, Topic topic, boolean stands) {
        sql.update(
                "INSERT INTO callback_registration (tenant_id, connection_id, topic, stands) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, connection_id, topic)"
                        + " DO UPDATE SET stands = excluded.stands, checked_at = psa_bridge_now()",
                tenant.value(),
                connection.value(),
                wireName(topic),
                stands);
    }

    /** Those of these connections for which it stands. */
    Set<ConnectionId> standing(TenantId tenant, Topic topic, Collection<ConnectionId> connections) {
        List<String> ids =
                sql.list(
                        row -> row.text("connection_id"),
                        "SELECT connection_id FROM callback_registration"
                                + " WHERE tenant_id = ? AND topic = ? AND stands AND connection_id = ANY (?)",
                        tenant.value(),
                        wireName(topic),
                        connections.stream().map(ConnectionId::value).toArray(String[]::new));
        return ids.stream().map(ConnectionId::new).collect(Collectors.toUnmodifiableSet());
    }

    void remove(TenantId tenant, ConnectionId connection) {
        sql.update(
                "DELETE FROM callback_registration WHERE tenant_id = ? AND connection_id = ?",
                tenant.value(),
                connection.value());
    }

    static String wireName(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }
}
