package io.psabridge.core.connection;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.psabridge.platform.db.Row;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.ProviderId;
import io.psabridge.spi.Site;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Reads a row of {@code connection}. */
@Singleton
final class ConnectionRows {

    private static final Argument<Map<String, String>> TEXTS =
            Argument.mapOf(String.class, String.class);

    private final ObjectMapper json;

    ConnectionRows(ObjectMapper json) {
        this.json = json;
    }

    StoredConnection read(TenantId tenant, Row row) {
        return new StoredConnection(
                connection(tenant, row),
                new SealedCredentials(row.bytes("wrapped_key"), row.bytes("sealed_credentials")),
                duration(row, "blocked_seconds"),
                duration(row, "rest_seconds"),
                row.integer("failures"));
    }

    private static Duration duration(Row row, String seconds) {
        return Duration.ofMillis((long) Math.ceil(row.decimal(seconds) * 1000));
    }

    private Connection connection(TenantId tenant, Row row) {
        return new Connection(
                tenant,
                new ConnectionId(row.text("id")),
                new ProviderId(row.text("provider")),
                row.text("name"),
                new Site(row.text("site_host"), row.textOrNull("site_ca")),
                URI.create(row.text("site_url")),
                read(row.text("credential_hint"), TEXTS),
                row.integer("credential_version"),
                row.text("psa_account"),
                row.textOrNull("psa_version"),
                read(row.text("settings"), Argument.of(ConnectionSettings.class)),
                row.flag("paused"),
                new Health(
                        Health.State.valueOf(row.text("psa_state").toUpperCase(Locale.ROOT)),
                        row.textOrNull("psa_state_code"),
                        row.textOrNull("psa_state_message")),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instantOrNull("last_verified_at"));
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String wireName(Health.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
