package io.psabridge.core.connection;

import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.ProviderId;
import io.psabridge.spi.Site;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's connection to one PSA, without anything secret.
 *
 * @param credentialHint what lets a person recognise the credentials, such as the last characters
 *     of a public key
 * @param credentialVersion counts the rotations, from 1
 * @param psaAccount the company whose PSA it is, in the provider's terms; does not change with the
 *     keys
 */
public record Connection(
        TenantId tenant,
        ConnectionId id,
        ProviderId provider,
        String name,
        Site site,
        URI url,
        Map<String, String> credentialHint,
        int credentialVersion,
        String psaAccount,
        @Nullable String psaVersion,
        ConnectionSettings settings,
        boolean paused,
        Health health,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastVerifiedAt) {

    /** The first that holds of paused, unauthorized, degraded, limited and active. */
    public ConnectionStatus status() {
        return paused ? ConnectionStatus.PAUSED : health.status();
    }

    /** As {@link #status()}; degraded also while so many writes wait. */
    public ConnectionStatus status(int pendingWrites) {
        ConnectionStatus status = status();
        boolean later = status == ConnectionStatus.LIMITED || status == ConnectionStatus.ACTIVE;
        return later && pendingWrites > 0 ? ConnectionStatus.DEGRADED : status;
    }

    /** With new credentials, of the next version. */
    Connection rotated(Map<String, String> hint, @Nullable String version) {
        return new Connection(
                tenant,
                id,
                provider,
                name,
                site,
                url,
                hint,
                credentialVersion + 1,
                psaAccount,
                version,
                settings,
                paused,
                health,
                createdAt,
                updatedAt,
                lastVerifiedAt);
    }
}
