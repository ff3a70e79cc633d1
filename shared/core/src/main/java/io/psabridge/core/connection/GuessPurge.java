package io.psabridge.core.connection;

import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Tries at keys count for a quarter of an hour; those of a tenant that came no more are left. */
@Singleton
final class GuessPurge implements Purge {

    private final GuessRepository guesses;

    GuessPurge(GuessRepository guesses) {
        this.guesses = guesses;
    }

    @Override
    public String name() {
        return "guesses";
    }

    @Override
    public int purge(TenantId tenant) {
        return guesses.forgetOld(tenant);
    }
}
