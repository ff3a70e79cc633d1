package io.psabridge.core.connection;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Verification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Connects a tenant to PSAs, and keeps what it needs to reach them. */
@Singleton
public final class ConnectionService {

    private final TenantTransactions transactions;
    private final ConnectionRepository repository;
    private final ConnectionReader reader;
    private final KeyedConnections keyed;
    private final CredentialVault vault;
    private final Connections connections;
    private final Followers followers;
    private final AuditLog audit;

    ConnectionService(
            TenantTransactions transactions,
            ConnectionRepository repository,
            ConnectionReader reader,
            KeyedConnections keyed,
            CredentialVault vault,
            Connections connections,
            Followers followers,
            AuditLog audit) {
        this.transactions = transactions;
        this.repository = repository;
        this.reader = reader;
        this.keyed = keyed;
        this.vault = vault;
        this.connections = connections;
        this.followers = followers;
        this.audit = audit;
    }

    /** Verifies first; when the PSA refuses, nothing is stored. */
    public Connection create(TenantId tenant, Actor actor, NewConnection wanted) {
        return create(tenant, actor, wanted, Attempt.only());
    }

    /** Whoever resumes gets the connection that is there. */
    public Connection create(TenantId tenant, Actor actor, NewConnection wanted, Attempt attempt) {
        ConnectionId id = ConnectionId.reserved(attempt);
        Optional<Connection> there =
                attempt.resumed()
                        ? reader.find(tenant, id).map(StoredConnection::connection)
                        : Optional.empty();
        return there.orElseGet(() ->
                audit.around(
                        tenant,
                        actor,
                        AuditAction.CONNECTION_CREATE,
                        AuditSubject.none("connection", null),
                        done -> keyed.connect(tenant, wanted, id, done)));
    }

    /** The newest first; {@link Page#next} is the last id of a full page. */
    public Page<Connection> list(TenantId tenant, PageRequest page) {
        List<Connection> rows =
                transactions
                        .in(tenant, () -> repository.list(tenant, page.after(), page.size() + 1))
                        .stream()
                        .map(StoredConnection::connection)
                        .toList();
        return rows.size() <= page.size()
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, page.size()), rows.get(page.size() - 1).id().value());
    }

    public Connection get(TenantId tenant, ConnectionId id) {
        return reader.get(tenant, id).connection();
    }

    public Connection change(
            TenantId tenant,
            Actor actor,
            ConnectionId id,
            Optional<String> name,
            UnaryOperator<ConnectionSettings> settings) {
        return changed(
                tenant,
                actor,
                AuditAction.CONNECTION_UPDATE,
                id,
                now ->
                        repository.rename(
                                tenant,
                                id,
                                name.orElse(now.name()),
                                settings.apply(now.settings())));
    }

    /**
     * Verifies before it replaces; absent secrets stay as they are. Another PSA company is refused
     * with {@code conflict}.
     */
    public Connection rotate(TenantId tenant, Actor actor, ConnectionId id, Credentials entered) {
        return audit.around(
                tenant,
                actor,
                AuditAction.CONNECTION_ROTATE,
                subject(id),
                done -> keyed.rotate(tenant, id, entered, done));
    }

    /** Checks the connection as it stands, and remembers what was found. */
    public Verification verify(TenantId tenant, Actor actor, ConnectionId id) {
        return audit.around(
                tenant,
                actor,
                AuditAction.CONNECTION_VERIFY,
                subject(id),
                done -> {
                    Verification result = connections.verify(tenant, id);
                    transactions.run(
                            tenant,
                            () -> {
                                repository.setVerified(
                                        tenant,
                                        id,
                                        ProbeProblems.healthOf(result),
                                        result.psaVersion());
                                done.on(subject(id));
                            });
                    return result;
                });
    }

    public Connection pause(TenantId tenant, Actor actor, ConnectionId id) {
        return changed(
                tenant,
                actor,
                AuditAction.CONNECTION_PAUSE,
                id,
                now -> repository.setPaused(tenant, id, true));
    }

    public Connection resume(TenantId tenant, Actor actor, ConnectionId id) {
        return changed(
                tenant,
                actor,
                AuditAction.CONNECTION_RESUME,
                id,
                now -> repository.setPaused(tenant, id, false));
    }

    /** Destroys the credentials and their key at once; links and note posts stay readable. */
    public void delete(TenantId tenant, Actor actor, ConnectionId id) {
        connections
                .now(tenant, id)
                .ifPresent(now -> followers.beforeLeaving(now, connections.budget()));
        Connection deleted =
                audit.around(
                        tenant,
                        actor,
                        AuditAction.CONNECTION_DELETE,
                        subject(id),
                        done ->
                                transactions.in(
                                        tenant,
                                        () -> {
                                            Connection now = found(tenant, id);
                                            if (!repository.delete(tenant, id)) {
                                                throw Problem.notFound("connection");
                                            }
                                            followers.leaving(tenant, id);
                                            done.on(subject(id));
                                            return now;
                                        }));
        vault.forget(CredentialOwner.of(deleted));
    }

    /** One change of a row, and the connection as it then is. */
    private Connection changed(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            ConnectionId id,
            Consumer<Connection> change) {
        return audit.around(
                tenant,
                actor,
                action,
                subject(id),
                done ->
                        transactions.in(
                                tenant,
                                () -> {
                                    change.accept(
                                            repository
                                                    .findToChange(tenant, id)
                                                    .orElseThrow(
                                                            () -> Problem.notFound("connection"))
                                                    .connection());
                                    done.on(subject(id));
                                    return found(tenant, id);
                                }));
    }

    private static AuditSubject subject(ConnectionId id) {
        return AuditSubject.connection(id.value());
    }

    private Connection found(TenantId tenant, ConnectionId id) {
        return repository
                .find(tenant, id)
                .orElseThrow(() -> Problem.notFound("connection"))
                .connection();
    }
}
