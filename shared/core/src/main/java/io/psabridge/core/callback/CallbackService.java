package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Callbacks.Event;
import io.psabridge.spi.Callbacks.Message;
import jakarta.inject.Singleton;

/**
 * Takes what PSAs post: only what comes with the token of its connection and was signed by that
 * connection's PSA, and each message once. What it says is followed later.
 */
@Singleton
public final class CallbackService {

    private final TenantTransactions transactions;
    private final Routes routes;
    private final RouteRepository route;
    private final Connections connections;
    private final Verification verification;
    private final MessageRepository messages;
    private final WorkRepository work;

    CallbackService(
            TenantTransactions transactions,
            Routes routes,
            RouteRepository route,
            Connections connections,
            Verification verification,
            MessageRepository messages,
            WorkRepository work) {
        this.transactions = transactions;
        this.routes = routes;
        this.route = route;
        this.connections = connections;
        this.verification = verification;
        this.messages = messages;
        this.work = work;
    }

    /**
     * Returns once the message is stored, or is known already. Fails with {@code not_found} for a
     * wrong token or connection alike, with {@code unauthenticated} when it is not signed by the
     * PSA, and with {@code rate_limited} when that cannot be told now.
     */
    public void take(String connection, String token, Message message) {
        if (!CallbackToken.isPossible(token) || !PathId.isPossible(connection)) {
            throw unknown();
        }
        ConnectionId id = new ConnectionId(connection);
        TenantId tenant =
                routes.tenantOf(id, CallbackToken.of(token)).orElseThrow(CallbackService::unknown);
        ConnectionNow now = connections.now(tenant, id).orElseThrow(CallbackService::unknown);
        verification.event(now, message).ifPresent(event -> store(tenant, id, event));
    }

    private void store(TenantId tenant, ConnectionId connection, Event event) {
        transactions.run(
                tenant,
                () -> {
                    if (!route.hold(tenant, connection)) {
                        throw unknown();
                    }
                    if (messages.take(tenant, connection, event)) {
                        CallbackWork.follow(work, tenant, connection.value(), event);
                    }
                });
    }

    private static Problem unknown() {
        return Problem.notFound("callback");
    }
}
