package io.psabridge.platform.queue;

import io.micronaut.context.BeanProvider;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.web.SafeTrace;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every signal what becomes due, once it is committed. */
@Singleton
final class Nudges {

    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

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
            try {
                signals.forEach(signal -> signal.workIsDue(nudge));
            } catch (RuntimeException e) {
                LOG.warn("Nobody was told of due work, which is found by looking", SafeTrace.of(e));
            }
        }
    }
}
