package io.psabridge.core.ticket;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be made once.
 *
 * @param deduplicates whether the key holds while its ticket is open, whoever asks; else it is one
 *     request's own
 * @param reservedId tells the request's own attempts from those of others
 */
record KeyedCreate(
        ConnectionId connection, Marker marker, boolean deduplicates, String reservedId) {

    /** With both keys it goes by the dedupe key; empty without any. */
    static Optional<KeyedCreate> of(
            TenantId tenant, ConnectionId connection, @Nullable String dedupeKey, Attempt attempt) {
        return Optional.ofNullable(dedupeKey == null ? attempt.key() : dedupeKey)
                .map(key ->
                        new KeyedCreate(
                                connection,
                                Marker.of(tenant, connection, key),
                                dedupeKey != null,
                                attempt.reservedId()));
    }
}
