package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** All that is stored about a connection's callbacks, and what was to be done. */
@Singleton
final class CallbackRemains {

    private final WorkRepository work;
    private final RouteRepository routes;
    private final RegistrationRepository registrations;
    private final KeyRepository keys;
    private final MessageRepository messages;
    private final SweepRepository sweeps;

    CallbackRemains(
            WorkRepository work,
            RouteRepository routes,
            RegistrationRepository registrations,
            KeyRepository keys,
            MessageRepository messages,
            SweepRepository sweeps) {
        this.work = work;
        this.routes = routes;
        this.registrations = registrations;
        this.keys = keys;
        this.messages = messages;
        this.sweeps = sweeps;
    }

    /** Takes part in its caller's transaction. */
    void remove(TenantId tenant, ConnectionId connection) {
        // first: whoever does it has locked it before he stores what came of it
        work.removeAll(tenant, connection.value());
        routes.remove(tenant, connection);
        registrations.remove(tenant, connection);
        keys.remove(tenant, connection);
        messages.remove(tenant, connection);
        sweeps.remove(tenant, connection);
    }
}
