package io.psabridge.core.maintenance;

import io.psabridge.platform.tenant.TenantId;

/**
 * Makes a restored backup safe to serve: what was leased then is free, what was unfinished then may
 * have happened since. Whoever keeps such a thing implements it.
 */
public interface AfterRestore {

    /** Under which name it is counted, such as {@code notePosts}. */
    String name();

    /** Runs in a transaction of this tenant, before anything serves; how many rows changed. */
    int afterRestore(TenantId tenant);
}
