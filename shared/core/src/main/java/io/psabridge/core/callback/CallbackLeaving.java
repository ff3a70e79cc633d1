package io.psabridge.core.callback;

import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionLeaving;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PSA is asked to tell no more of a connection that goes; what it tells anyhow finds nobody. */
@Singleton
final class CallbackLeaving implements ConnectionLeaving {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackLeaving.class);

    private final TenantTransactions transactions;
    private final Connections connections;
    private final CallbackUrls urls;
    private final Reconciliation reconciliation;
    private final RouteRepository routes;
    private final CallbackRemains remains;

    CallbackLeaving(
            TenantTransactions transactions,
            Connections connections,
            CallbackUrls urls,
            Reconciliation reconciliation,
            RouteRepository routes,
            CallbackRemains remains) {
        this.transactions = transactions;
        this.connections = connections;
        this.urls = urls;
        this.reconciliation = reconciliation;
        this.routes = routes;
        this.remains = remains;
    }

    /** Nothing is asked where nothing was ever registered. */
    @Override
    public void beforeLeaving(ConnectionNow now, Deadline deadline) {
        Connection connection = now.connection();
        boolean registered =
                transactions
                        .in(
                                connection.tenant(),
                                () -> routes.hash(connection.tenant(), connection.id()))
                        .isPresent();
        if (!registered || !urls.reachable() || now.restsFor().isPositive()) {
            return;
        }
        try {
            reconciliation.removeAll(
                    connection.id(), connections.open(now, deadline).psa().callbacks());
        } catch (PsaException e) {
            LOG.warn(
                    "The callbacks of connection {} stay registered in its PSA ({}), which will give them up",
                    connection.id(),
                    e.code());
        }
    }

    @Override
    public void leaving(TenantId tenant, ConnectionId connection) {
        remains.remove(tenant, connection);
    }
}
