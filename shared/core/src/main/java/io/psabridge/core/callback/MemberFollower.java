package io.psabridge.core.callback;

import io.psabridge.core.connection.CacheEpochs;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;
import io.psabridge.platform.queue.WorkRepository;
import jakarta.inject.Singleton;

/** Follows the hint that a member changed: what is remembered of the PSA may be out of date. */
@Singleton
final class MemberFollower implements WorkHandler {

    private final Errands errands;
    private final TenantTransactions transactions;
    private final CacheEpochs caches;
    private final WorkRepository work;

    MemberFollower(
            Errands errands,
            TenantTransactions transactions,
            CacheEpochs caches,
            WorkRepository work) {
        this.errands = errands;
        this.transactions = transactions;
        this.caches = caches;
        this.work = work;
    }

    @Override
    public String kind() {
        return CallbackWork.MEMBER;
    }

    @Override
    public void handle(Work claimed) {
        transactions.run(
                claimed.tenant(),
                () -> {
                    caches.next(claimed.tenant(), Errands.connection(claimed));
                    errands.settle(claimed, held -> work.end(held.tenant(), held));
                });
    }
}
