package io.psabridge.core.connection;

import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.spi.Verification;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens a tenant's PSA, for one piece of work within the request's budget. The one place where
 * stored credentials come out of the vault. A PSA's failure leaves as a {@link Problem}, and is
 * remembered as the connection's health.
 */
@Singleton
public final class Connections {

    private final ConnectionReader reader;
    private final Providers providers;
    private final CredentialVault vault;
    private final ConnectionHealth health;
    private final Guesses guesses;
    private final BridgeSettings settings;

    Connections(
            ConnectionReader reader,
            Providers providers,
            CredentialVault vault,
            ConnectionHealth health,
            Guesses guesses,
            BridgeSettings settings) {
        this.reader = reader;
        this.providers = providers;
        this.vault = vault;
        this.health = health;
        this.guesses = guesses;
        this.settings = settings;
    }

    /** Fails with {@code not_found} when the tenant has no such connection. */
    public Connection get(TenantId tenant, ConnectionId id) {
        return reader.get(tenant, id).connection();
    }

    public PsaProvider providerOf(Connection connection) {
        return providers.of(connection.provider());
    }

    /** Reads from the PSA; works while the connection is paused. */
    public <T> T read(
            TenantId tenant, ConnectionId id, Capability needed, Function<OpenPsa, T> work) {
        return work(reader.get(tenant, id), needed, Repeat.HARMLESS, work);
    }

    /**
     * Writes what may be written twice, such as a status; fails with {@code connection_paused}
     * while it is paused.
     */
    public <T> T write(
            TenantId tenant, ConnectionId id, Capability needed, Function<OpenPsa, T> work) {
        return work(unpaused(tenant, id), needed, Repeat.HARMLESS, work);
    }

    /**
     * Adds what would be there twice when it is sent twice, such as a note; fails with {@code
     * connection_paused} while it is paused.
     */
    public <T> T add(
            TenantId tenant, ConnectionId id, Capability needed, Function<OpenPsa, T> work) {
        return work(unpaused(tenant, id), needed, Repeat.DOUBLES, work);
    }

    /** Fails with {@code connection_paused} while the connection is paused. */
    public void requireUnpaused(TenantId tenant, ConnectionId id) {
        unpaused(tenant, id);
    }

    /**
     * Checks credentials that are not stored, or are to be checked anew; a failed check is no
     * failure here. Fails with {@code rate_limited} when too many were tried.
     */
    Verification probe(TenantId tenant, PsaProvider provider, Site site, Credentials credentials) {
        String key = CallKeys.probe(tenant, site.host());
        return verified(
                tenant,
                provider,
                site,
                () -> provider.open(new PsaAccess(key, site, credentials, budget())).verify());
    }

    Verification verify(TenantId tenant, ConnectionId id) {
        StoredConnection stored = unpaused(tenant, id);
        Connection connection = stored.connection();
        return verified(
                tenant,
                providerOf(connection),
                connection.site(),
                () -> open(stored).psa().verify());
    }

    private Verification verified(
            TenantId tenant, PsaProvider provider, Site site, Supplier<Verification> check) {
        try {
            return guesses.limited(tenant, site, check);
        } catch (PsaException e) {
            throw PsaProblems.of(e, provider.name(), Repeat.HARMLESS);
        }
    }

    Credentials credentials(StoredConnection stored) {
        return vault.open(CredentialOwner.of(stored.connection()), stored.sealed());
    }

    private StoredConnection unpaused(TenantId tenant, ConnectionId id) {
        StoredConnection stored = reader.get(tenant, id);
        if (stored.connection().paused()) {
            throw Problem.of(ProblemCode.CONNECTION_PAUSED)
                    .detail(
                            "The connection is paused: nothing is written to its PSA until it is resumed.")
                    .fix("Resume the connection, then send the request again.")
                    .build();
        }
        return stored;
    }

    private <T> T work(
            StoredConnection stored, Capability needed, Repeat repeat, Function<OpenPsa, T> work) {
        OpenPsa open = open(stored);
        try {
            if (!open.provider().capabilities().contains(needed)) {
                throw PsaException.notSupported(needed);
            }
            T result = work.apply(open);
            health.worked(stored.connection());
            return result;
        } catch (PsaException e) {
            health.failed(stored.connection(), e);
            throw PsaProblems.of(e, open.provider().name(), repeat);
        }
    }

    private OpenPsa open(StoredConnection stored) {
        Connection connection = stored.connection();
        if (stored.blockedFor().isPositive()) {
            throw PsaProblems.blocked(stored.blockedFor());
        }
        PsaProvider provider = providerOf(connection);
        Psa psa =
                provider.open(
                        new PsaAccess(
                                CallKeys.of(connection),
                                connection.site(),
                                credentials(stored),
                                budget()));
        return new OpenPsa(connection, provider, psa);
    }

    private Deadline budget() {
        return Deadline.in(settings.requestBudget());
    }
}
