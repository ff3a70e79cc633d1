package io.psabridge.core.session;

import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** Sessions that are over, of a tenant that opened no more of them. */
@Singleton
final class SessionPurge implements Purge {

    private final SessionRepository sessions;

    SessionPurge(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int purge(TenantId tenant) {
        return sessions.forgetOld(tenant);
    }
}
