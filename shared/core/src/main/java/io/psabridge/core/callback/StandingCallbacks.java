package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.RegisteredCallbacks;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Callbacks.Topic;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** A PSA tells us of tickets when that topic stood at the last look, and can still reach us. */
@Singleton
final class StandingCallbacks implements RegisteredCallbacks {

    private final TenantTransactions transactions;
    private final RegistrationRepository registrations;
    private final CallbackUrls urls;

    StandingCallbacks(
            TenantTransactions transactions,
            RegistrationRepository registrations,
            CallbackUrls urls) {
        this.transactions = transactions;
        this.registrations = registrations;
        this.urls = urls;
    }

    @Override
    public Set<ConnectionId> among(TenantId tenant, Collection<ConnectionId> connections) {
        return urls.reachable()
                ? transactions.in(
                        tenant, () -> registrations.standing(tenant, Topic.TICKET, connections))
                : Set.of();
    }
}
