package io.psabridge.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events a list shows.
 *
 * @param since not before this time
 */
public record AuditFilter(@Nullable String connectionId, @Nullable Instant since) {

    public static final AuditFilter ALL = new AuditFilter(null, null);
}
