package io.psabridge.core.session;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.LiveSessions;
import jakarta.inject.Singleton;

/** Reads a session's row with each request, so that every process obeys a revocation at once. */
@Singleton
final class StoredSessions implements LiveSessions {

    private final TenantTransactions transactions;
    private final SessionRepository sessions;

    StoredSessions(TenantTransactions transactions, SessionRepository sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    @Override
    public boolean isLive(TenantId tenant, String session) {
        return transactions.in(tenant, () -> sessions.isLive(tenant, new SessionId(session)));
    }
}
