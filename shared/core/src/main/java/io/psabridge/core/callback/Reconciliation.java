package io.psabridge.core.callback;

import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Callbacks.Registration;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a PSA's registrations those that there should be: what is missing is added, what was
 * switched off is woken, what names this connection and is wrong is removed. Registrations that do
 * not name this very connection are nobody's business here.
 *
 * <p>Only the token's hash is stored. The PSA's own list has the addresses: the one whose token has
 * this hash is right and is used again; when there is none, the token is lost and a new one is
 * made.
 */
@Singleton
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final TenantTransactions transactions;
    private final RouteRepository routes;
    private final CallbackUrls urls;
    private final Errands errands;

    Reconciliation(
            TenantTransactions transactions,
            RouteRepository routes,
            CallbackUrls urls,
            Errands errands) {
        this.transactions = transactions;
        this.routes = routes;
        this.urls = urls;
        this.errands = errands;
    }

    /** Which topics stand now. A topic that the PSA refuses keeps no other from standing. */
    Set<Topic> reconcile(Work held, Connection connection, Callbacks callbacks) {
        List<Registration> ours = ofConnection(connection.id(), callbacks);
        CallbackToken token =
                known(connection, ours).or(() -> fresh(held, connection.id())).orElse(null);
        if (token == null) {
            return Set.of();
        }
        URI url = urls.of(connection.id(), token);
        Set<Topic> standing = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            if (stands(connection.id(), callbacks, ours, topic, url)) {
                standing.add(topic);
            }
        }
        if (isGone(connection)) {
            // deleted meanwhile: nobody would take what was just asked for
            removeAll(connection.id(), callbacks);
            return Set.of();
        }
        remove(ours.stream().filter(one -> !one.url().equals(url)).toList(), callbacks);
        return standing;
    }

    /** Removes those that name this connection, and nothing else. */
    void removeAll(ConnectionId connection, Callbacks callbacks) {
        remove(ofConnection(connection, callbacks), callbacks);
    }

    private boolean isGone(Connection connection) {
        return transactions
                .in(connection.tenant(), () -> routes.hash(connection.tenant(), connection.id()))
                .isEmpty();
    }

    private List<Registration> ofConnection(ConnectionId connection, Callbacks callbacks) {
        return callbacks.list(urls.host()).stream()
                .filter(one -> urls.isOf(connection, one.url()))
                .toList();
    }

    private Optional<CallbackToken> known(Connection connection, List<Registration> ours) {
        TenantId tenant = connection.tenant();
        Optional<byte[]> hash = transactions.in(tenant, () -> routes.hash(tenant, connection.id()));
        return hash.flatMap(right ->
                ours.stream()
                        .flatMap(one -> urls.token(connection.id(), one.url()).stream())
                        .filter(token -> MessageDigest.isEqual(token.hash(), right))
                        .findFirst());
    }

    /** Stored before the PSA learns of it; empty when the work was lost. */
    private Optional<CallbackToken> fresh(Work held, ConnectionId connection) {
        CallbackToken token = CallbackToken.fresh();
        boolean stored =
                errands.settle(held, still -> routes.set(still.tenant(), connection, token));
        return stored ? Optional.of(token) : Optional.empty();
    }

    private static boolean stands(
            ConnectionId connection,
            Callbacks callbacks,
            List<Registration> ours,
            Topic topic,
            URI url) {
        boolean there =
                ours.stream()
                        .anyMatch(one ->
                                one.topic() == topic && one.url().equals(url) && one.active());
        try {
            return there || callbacks.register(topic, url).active();
        } catch (PsaException e) {
            if (!Errands.isRefusal(e.code())) {
                throw e;
            }
            LOG.info(
                    "The PSA of connection {} refuses to tell of {} ({}); changes are asked for",
                    connection,
                    RegistrationRepository.wireName(topic),
                    e.code());
            return false;
        }
    }

    private static void remove(List<Registration> wrong, Callbacks callbacks) {
        for (Registration one : wrong) {
            try {
                callbacks.remove(one.id());
            } catch (PsaException e) {
                if (!Errands.isRefusal(e.code())) {
                    throw e;
                }
                LOG.info("A callback's registration may not be removed ({})", e.code());
            }
        }
    }
}
