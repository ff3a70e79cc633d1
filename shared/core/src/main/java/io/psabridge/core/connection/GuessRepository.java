package io.psabridge.core.connection;

import com.github.f4b6a3.ulid.UlidCreator;
import io.psabridge.platform.config.GuessLimit;
import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The rows of {@code guess}: keys that were tried lately. Runs in its caller's transaction. */
@Singleton
final class GuessRepository {

    private static final String WAIT =
            "SELECT extract(epoch FROM at + make_interval(mins => ?) - psa_bridge_now()) AS seconds"
                    + " FROM guess WHERE tenant_id = ? AND at > psa_bridge_now() - make_interval(mins => ?)";
    private static final String NTH = " ORDER BY at DESC, id OFFSET ? LIMIT 1";
    private static final int ATTEMPTS_MINUTES = 1;
    private static final int REFUSED_MINUTES = 15;

    private final Sql sql;

    GuessRepository(Sql sql) {
        this.sql = sql;
    }

    /** Lets one at a time count and add, over all processes, until the transaction ends. */
    void lock(TenantId tenant) {
        sql.first(
                row -> true,
                "SELECT pg_advisory_xact_lock(hashtextextended('guess ' || ?, 0))",
                tenant.value());
    }

    /** How many they were. */
    int forgetOld(TenantId tenant) {
        return sql.update(
                "DELETE FROM guess WHERE tenant_id = ? AND at <= psa_bridge_now() - make_interval(mins => ?)",
                tenant.value(),
                REFUSED_MINUTES);
    }

    /** How long until another attempt is within the limit; empty when it is now. */
    Optional<Duration> waitForAttempt(TenantId tenant, GuessLimit limit) {
        return sql.first(
                GuessRepository::seconds,
                WAIT + NTH,
                ATTEMPTS_MINUTES,
                tenant.value(),
                ATTEMPTS_MINUTES,
                limit.attempts() - 1);
    }

    /** How long until the host has refused few enough keys; empty when it has now. */
    Optional<Duration> waitForRefused(TenantId tenant, String server, GuessLimit limit) {
        return sql.first(
                GuessRepository::seconds,
                WAIT + " AND server = ? AND refused" + NTH,
                REFUSED_MINUTES,
                tenant.value(),
                REFUSED_MINUTES,
                server,
                limit.refused() - 1);
    }

    /** Whether the limit would be passed if the host refused all that are being tried right now. */
    boolean mayBeRefused(TenantId tenant, String server, GuessLimit limit) {
        return sql.first(
                        row -> true,
                        "SELECT 1 FROM guess WHERE tenant_id = ? AND server = ? AND refused IS NOT FALSE"
                                + " AND at > psa_bridge_now() - make_interval(mins => ?) OFFSET ? LIMIT 1",
                        tenant.value(),
                        server,
                        REFUSED_MINUTES,
                        limit.refused() - 1)
                .isPresent();
    }

    /** The id of an attempt of which nobody knows yet how it ends. */
    String insert(TenantId tenant, String server) {
        String id = UlidCreator.getMonotonicUlid().toLowerCase();
        sql.update(
                "INSERT INTO guess (tenant_id, id, server) VALUES (?, ?, ?)",
                tenant.value(),
                id,
                server);
        return id;
    }

    void end(TenantId tenant, String id, boolean refused) {
        sql.update(
                "UPDATE guess SET refused = ? WHERE tenant_id = ? AND id = ?",
                refused,
                tenant.value(),
                id);
    }

    private static Duration seconds(Row row) {
        return Duration.ofMillis((long) Math.ceil(row.decimal("seconds") * 1000));
    }
}
