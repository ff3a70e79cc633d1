package io.psabridge.platform.web;

import io.psabridge.platform.tenant.TenantId;

/** Which of the sessions that we gave tokens for are still on. */
public interface LiveSessions {

    /** Whether there is such a session, and it has neither ended nor been revoked. */
    boolean isLive(TenantId tenant, String session);
}
