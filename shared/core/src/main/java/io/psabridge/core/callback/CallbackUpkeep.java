package io.psabridge.core.callback;

import io.psabridge.core.maintenance.AfterRestore;
import io.psabridge.core.maintenance.Purge;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import jakarta.inject.Singleton;

/**
 * Messages are forgotten after a week. After a backup came back all is looked at again: what
 * happened since is found from the position that the backup has.
 */
@Singleton
final class CallbackUpkeep implements Purge, AfterRestore {

    private final MessageRepository messages;
    private final WorkRepository work;

    CallbackUpkeep(MessageRepository messages, WorkRepository work) {
        this.messages = messages;
        this.work = work;
    }

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public int purge(TenantId tenant) {
        return messages.removeOld(tenant);
    }

    @Override
    public int afterRestore(TenantId tenant) {
        return CallbackWork.KINDS.stream().mapToInt(kind -> work.releaseAll(tenant, kind)).sum();
    }
}
