package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** All that is stored about a connection's callbacks. */
@Singleton
final class CallbackRemains {

    private final RouteRepository routes;
    private final RegistrationRepository registrations;
    private final KeyRepository keys;
    private final MessageRepository messages;
    private final SweepRepository sweeps;

    CallbackRemains(
            RouteRepository routes,
            RegistrationRepository registrations,
            KeyRepository keys,
            MessageRepository messages,
            SweepRepository sweeps) {
        this.routes = routes;
        this.registrations = registrations;
        this.keys = keys;
        this.messages = messages;
        this.sweeps = sweeps;
    }

    /** Takes part in its caller's transaction. Waits for a message that is being taken. */
    void remove(TenantId tenant, ConnectionId connection) {
        routes.remove(tenant, connection);
        registrations.remove(tenant, connection);
        keys.remove(tenant, connection);
        messages.remove(tenant, connection);
        sweeps.remove(tenant, connection);
    }
}
