package io.psabridge.core.maintenance;

import io.psabridge.platform.idempotency.KeyRetention;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Idempotency keys go after a day; of those in a restored backup nobody knows what became. */
@Singleton
final class IdempotencyUpkeep implements Purge, AfterRestore {

    private final KeyRetention keys;

    IdempotencyUpkeep(KeyRetention keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "idempotencyKeys";
    }

    @Override
    public int purge(TenantId tenant) {
        return keys.purge(tenant);
    }

    @Override
    public int afterRestore(TenantId tenant) {
        return keys.releaseLeases(tenant);
    }
}
