package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionStatus;
import io.psabridge.core.connection.Health;
import io.psabridge.core.connection.Offered;
import io.psabridge.spi.PsaProvider;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a PSA, without anything secret.
 *
 * @param status paused, unauthorized, degraded, limited or active: the first that holds
 * @param credentialHint lets a person recognise the credentials
 * @param callbacks whether the PSA tells us of changes, or we ask
 * @param pendingWrites how many notes wait to be posted
 */
@Serdeable
record ConnectionView(
        String id,
        String provider,
        String name,
        SiteView site,
        String status,
        @Nullable ReasonView statusReason,
        List<String> capabilities,
        Map<String, String> credentialHint,
        SettingsView settings,
        String callbacks,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastVerifiedAt,
        @Nullable String psaVersion,
        int pendingWrites) {

    /**
     * @param told whether the PSA tells us of changed tickets
     */
    static ConnectionView of(
            Connection connection, PsaProvider provider, boolean told, int pendingWrites) {
        ConnectionStatus status = connection.status(pendingWrites);
        return new ConnectionView(
                connection.id().value(),
                connection.provider().value(),
                connection.name(),
                new SiteView(connection.site().host(), connection.url()),
                status.wireName(),
                connection.paused() ? null : ReasonView.of(connection.health(), pendingWrites),
                ProviderView.names(Offered.by(provider)),
                connection.credentialHint(),
                SettingsView.of(connection.settings()),
                told ? "registered" : "polling",
                connection.createdAt(),
                connection.updatedAt(),
                connection.lastVerifiedAt(),
                connection.psaVersion(),
                pendingWrites);
    }

    /**
     * Where the PSA is.
     *
     * @param host as the person typed it
     */
    @Serdeable
    record SiteView(String host, URI url) {}

    /** Why the status is not active. */
    @Serdeable
    record ReasonView(String code, @Nullable String message) {

        static @Nullable ReasonView of(Health health, int pendingWrites) {
            String code = health.code();
            if (code != null) {
                return new ReasonView(code, health.message());
            }
            return pendingWrites == 0
                    ? null
                    : new ReasonView(
                            "pending_writes", "Notes wait to be delivered: " + pendingWrites);
        }
    }
}
