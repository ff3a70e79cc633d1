package io.psabridge.core.connection;

import io.psabridge.spi.Capability;
import io.psabridge.spi.PsaProvider;
import java.util.EnumSet;
import java.util.Set;

/** What the API offers of what a provider can do: a capability without a route is none. */
public final class Offered {

    private static final Set<Capability> ROUTES =
            EnumSet.of(
                    Capability.TICKETS_SEARCH,
                    Capability.TICKETS_CREATE,
                    Capability.TICKETS_UPDATE,
                    Capability.NOTES_READ,
                    Capability.NOTES_WRITE,
                    Capability.STATUSES,
                    Capability.CALLBACKS);

    private Offered() {}

    public static Set<Capability> by(PsaProvider provider) {
        Set<Capability> offered = EnumSet.copyOf(ROUTES);
        offered.retainAll(provider.capabilities());
        return offered;
    }
}
