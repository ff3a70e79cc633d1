package io.psabridge.platform.keys;

import io.psabridge.platform.tenant.TenantId;

/**
 * A data key a tenant, for what is kept sealed on its behalf. Made when it is first asked for.
 * Never inside a transaction.
 */
public interface TenantKeys {

    byte[] of(TenantId tenant);
}
