package io.psabridge.core.connection;

import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.audit.Done;
import io.psabridge.http.CaCertificates;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.spi.Verification;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Stores keys that the PSA let in, of a new connection or of one that has others. */
@Singleton
final class KeyedConnections {

    private final TenantTransactions transactions;
    private final ConnectionRepository repository;
    private final ConnectionReader reader;
    private final Providers providers;
    private final CredentialVault vault;
    private final Connections connections;
    private final Followers followers;

    KeyedConnections(
            TenantTransactions transactions,
            ConnectionRepository repository,
            ConnectionReader reader,
            Providers providers,
            CredentialVault vault,
            Connections connections,
            Followers followers) {
        this.transactions = transactions;
        this.repository = repository;
        this.reader = reader;
        this.providers = providers;
        this.vault = vault;
        this.connections = connections;
        this.followers = followers;
    }

    /** Stores nothing when the PSA refuses them. */
    Connection connect(TenantId tenant, NewConnection wanted, ConnectionId id, Done done) {
        PsaProvider provider = providers.named(wanted.provider());
        CredentialForm.check(provider, wanted.credentials());
        checkCertificate(wanted.site());
        Verified verified = verified(tenant, provider, wanted);
        Instant now = Instant.now();
        Connection connection =
                new Connection(
                        tenant,
                        id,
                        provider.id(),
                        wanted.name(),
                        wanted.site(),
                        SiteUrls.of(wanted.site().host()),
                        CredentialForm.hint(provider, wanted.credentials()),
                        1,
                        verified.account(),
                        verified.result().psaVersion(),
                        wanted.settings(),
                        false,
                        verified.health(),
                        now,
                        now,
                        now);
        SealedCredentials sealed = vault.seal(CredentialOwner.of(connection), wanted.credentials());
        return transactions.in(
                tenant,
                () -> {
                    repository.insert(tenant, connection, sealed);
                    followers.joining(tenant, connection.id());
                    done.on(AuditSubject.connection(connection.id().value()));
                    return reader.get(tenant, connection.id()).connection();
                });
    }

    /** Absent secrets stay as they are; keys of another PSA company are refused. */
    Connection rotate(TenantId tenant, ConnectionId id, Credentials entered, Done done) {
        StoredConnection stored = reader.get(tenant, id);
        Connection old = stored.connection();
        PsaProvider provider = providers.of(old.provider());
        Credentials merged = entered.orElse(connections.credentials(stored));
        CredentialForm.check(provider, merged);
        NewConnection wanted =
                new NewConnection(
                        provider.id().value(), old.name(), old.site(), merged, old.settings());
        Verified verified = verified(tenant, provider, wanted);
        if (!verified.account().equals(old.psaAccount())) {
            throw Problem.of(ProblemCode.CONFLICT)
                    .detail("These credentials belong to another company's PSA.")
                    .fix(
                            "Make a new connection for the other company; links and mappings belong to this one.")
                    .build();
        }
        Connection rotated =
                old.rotated(CredentialForm.hint(provider, merged), verified.result().psaVersion());
        SealedCredentials sealed = vault.seal(CredentialOwner.of(rotated), merged);
        Connection result =
                transactions.in(
                        tenant,
                        () -> {
                            if (!repository.replaceCredentials(
                                    tenant, rotated, sealed, old.credentialVersion())) {
                                throw Problem.of(ProblemCode.CONFLICT)
                                        .detail(
                                                "The credentials were changed by another request meanwhile.")
                                        .build();
                            }
                            repository.setVerified(
                                    tenant, id, verified.health(), verified.result().psaVersion());
                            followers.joining(tenant, id);
                            done.on(AuditSubject.connection(id.value()));
                            return reader.get(tenant, id).connection();
                        });
        vault.forget(CredentialOwner.of(old));
        return result;
    }

    private Verified verified(TenantId tenant, PsaProvider provider, NewConnection wanted) {
        Verification result =
                connections.probe(tenant, provider, wanted.site(), wanted.credentials());
        String account = result.account();
        if (account == null) {
            throw ProbeProblems.of(provider, result);
        }
        return new Verified(result, account, ProbeProblems.healthOf(result));
    }

    private static void checkCertificate(Site site) {
        String pem = site.caCertificate();
        if (pem != null) {
            Problem.checked("site.caCertificate", () -> CaCertificates.read(pem));
        }
    }

    /** A PSA that let us in; it may still lack a right. */
    private record Verified(Verification result, String account, Health health) {}
}
