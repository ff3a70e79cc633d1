package io.psabridge.core.session;

import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The rows of {@code connect_session}. Runs in its caller's transaction. */
@Singleton
final class SessionRepository {

    private static final String LIVE =
            " WHERE tenant_id = ? AND id = ? AND revoked_at IS NULL AND expires_at > psa_bridge_now()";

    private final Sql sql;

    SessionRepository(Sql sql) {
        this.sql = sql;
    }

    /** When it ends, in whole seconds, as its token says too. */
    Instant insert(TenantId tenant, SessionId id, String creator, Duration valid) {
        return sql.first(
                        row -> row.instant("expires_at"),
                        "INSERT INTO connect_session (tenant_id, id, created_by, expires_at)"
                                + " VALUES (?, ?, ?, date_trunc('second', psa_bridge_now()) + make_interval(secs => ?))"
                                + " RETURNING expires_at",
                        tenant.value(),
                        id.value(),
                        creator,
                        (double) valid.toSeconds())
                .orElseThrow();
    }

    boolean isLive(TenantId tenant, SessionId id) {
        return sql.first(
                        row -> true,
                        "SELECT 1 FROM connect_session" + LIVE,
                        tenant.value(),
                        id.value())
                .isPresent();
    }

    /** Nothing happens, and false is the answer, when it is over already. */
    boolean revoke(TenantId tenant, SessionId id) {
        return sql.update(
                        "UPDATE connect_session SET revoked_at = psa_bridge_now()" + LIVE,
                        tenant.value(),
                        id.value())
                == 1;
    }

    /** How many they were. */
    int forgetOld(TenantId tenant) {
        return sql.update(
                "DELETE FROM connect_session WHERE tenant_id = ? AND expires_at < psa_bridge_now() - interval '1 day'",
                tenant.value());
    }
}
