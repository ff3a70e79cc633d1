package io.psabridge.core.maintenance;

import io.psabridge.platform.tenant.TenantId;

/** Removes what need not be kept any longer; whoever owns a table implements it. */
public interface Purge {

    /** Under which name it is counted, such as {@code links}. */
    String name();

    /** Runs in a transaction of this tenant, and again each time; how many rows went. */
    int purge(TenantId tenant);
}
