package io.psabridge.platform.idempotency;

import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** The rows of {@code idempotency_key}. Runs in its caller's transaction. */
@Singleton
final class IdempotencyRepository {

    private static final String OURS =
            " WHERE tenant_id = ? AND key_mac = ? AND reserved_id = ? AND attempt = ?"
                    + " AND state = 'running'";

    private final Sql sql;

    IdempotencyRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes the key's row, or makes one anew that has expired. Nothing happens, and false is the
     * answer, when the key is taken; its row is locked then.
     */
    boolean begin(TenantId tenant, byte[] keyMac, byte[] requestMac, String reservedId) {
        return sql.update(
                        "INSERT INTO idempotency_key AS k (tenant_id, key_mac, request_mac, state, lease_until,"
                                + " attempt, reserved_id, created_at, expires_at)"
                                + " VALUES (?, ?, ?, 'running', psa_bridge_now() + interval '60 seconds', 1, ?,"
                                + " psa_bridge_now(), psa_bridge_now() + interval '24 hours')"
                                + " ON CONFLICT (tenant_id, key_mac) DO UPDATE SET request_mac = excluded.request_mac,"
                                + " state = 'running', lease_until = excluded.lease_until, attempt = 1,"
                                + " reserved_id = excluded.reserved_id, sealed_answer = NULL,"
                                + " created_at = excluded.created_at, expires_at = excluded.expires_at"
                                + " WHERE k.expires_at <= psa_bridge_now()",
                        tenant.value(),
                        keyMac,
                        requestMac,
                        reservedId)
                == 1;
    }

    KeyRow get(TenantId tenant, byte[] keyMac) {
        return sql.first(
                        IdempotencyRepository::read,
                        "SELECT *, state = 'running' AND lease_until > psa_bridge_now() AS leased"
                                + " FROM idempotency_key WHERE tenant_id = ? AND key_mac = ?",
                        tenant.value(),
                        keyMac)
                .orElseThrow();
    }

    void resume(TenantId tenant, byte[] keyMac) {
        sql.update(
                "UPDATE idempotency_key SET state = 'running', attempt = attempt + 1,"
                        + " lease_until = psa_bridge_now() + interval '60 seconds'"
                        + " WHERE tenant_id = ? AND key_mac = ?",
                tenant.value(),
                keyMac);
    }

    /** Nothing happens when somebody else has resumed it meanwhile. */
    void finish(TenantId tenant, Claim.Granted claim, byte[] sealedAnswer) {
        sql.update(
                "UPDATE idempotency_key SET state = 'done', sealed_answer = ?" + OURS,
                sealedAnswer,
                tenant.value(),
                claim.keyMac(),
                claim.attempt().reservedId(),
                claim.number());
    }

    /** Nothing happens when somebody else has resumed it meanwhile. */
    void leaveUnknown(TenantId tenant, Claim.Granted claim) {
        sql.update(
                "UPDATE idempotency_key SET state = 'unknown'" + OURS,
                tenant.value(),
                claim.keyMac(),
                claim.attempt().reservedId(),
                claim.number());
    }

    /** Nothing happens when somebody else has resumed it meanwhile. */
    void release(TenantId tenant, Claim.Granted claim) {
        sql.update(
                "DELETE FROM idempotency_key" + OURS,
                tenant.value(),
                claim.keyMac(),
                claim.attempt().reservedId(),
                claim.number());
    }

    /** Returns how many keys had expired. */
    int purge(TenantId tenant) {
        return sql.update(
                "DELETE FROM idempotency_key WHERE tenant_id = ? AND expires_at <= psa_bridge_now()",
                tenant.value());
    }

    int releaseLeases(TenantId tenant) {
        return sql.update(
                "UPDATE idempotency_key SET state = 'unknown' WHERE tenant_id = ? AND state = 'running'",
                tenant.value());
    }

    private static KeyRow read(Row row) {
        return new KeyRow(
                row.bytes("request_mac"),
                row.flag("leased"),
                row.text("reserved_id"),
                row.integer("attempt"),
                row.bytesOrNull("sealed_answer"));
    }
}
