package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionJoining;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/** New credentials may be allowed more, or less: the registrations are looked at again. */
@Singleton
final class CallbackJoining implements ConnectionJoining {

    private final CallbackUrls urls;
    private final WorkRepository work;

    CallbackJoining(CallbackUrls urls, WorkRepository work) {
        this.urls = urls;
        this.work = work;
    }

    @Override
    public void joining(TenantId tenant, ConnectionId connection) {
        if (urls.reachable()) {
            CallbackWork.registerNow(work, tenant, connection.value());
        }
        CallbackWork.sweep(work, tenant, connection.value());
    }
}
