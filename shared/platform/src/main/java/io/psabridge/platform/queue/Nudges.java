package io.psabridge.platform.queue;

import io.micronaut.context.BeanProvider;
import io.psabridge.platform.db.TenantTransactions;
import jakarta.inject.Singleton;

/** Tells every signal what becomes due, once it is committed. */
@Singleton
final class Nudges {

    private final TenantTransactions transactions;
    private final BeanProvider<WorkSignal> signals;

    /**
     * @param signals asked for late: some do the work themselves
     */
    Nudges(TenantTransactions transactions, BeanProvider<WorkSignal> signals) {
        this.transactions = transactions;
        this.signals = signals;
    }

    void afterCommit(Nudge nudge) {
        transactions.afterCommit(new Telling(signals, nudge));
    }

    /** Equal when they tell the same. */
    private record Telling(BeanProvider<WorkSignal> signals, Nudge nudge) implements Runnable {

        @Override
        public void run() {
            signals.forEach(signal -> signal.workIsDue(nudge));
        }
    }
}
