package io.psabridge.platform.queue;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.metrics.Counts;
import io.psabridge.platform.metrics.Label;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.SafeTrace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, of all tenants: each piece on a thread of its own, at most two of one
 * connection at once, so that a connection that hangs keeps no other waiting.
 */
@Singleton
public final class Worker {

    /** Longer than anything a handler does without renewing it. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int OF_ONE_CONNECTION = 2;
    private static final int IN_ALL = 256;
    private static final int AT_A_LOOK = 200;

    private final TenantTransactions transactions;
    private final DueWork due;
    private final WorkRepository work;
    private final Map<String, WorkHandler> handlers;
    private final Counts counts;
    private final Places places = new Places(OF_ONE_CONNECTION, IN_ALL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Worker(
            TenantTransactions transactions,
            DueWork due,
            WorkRepository work,
            List<WorkHandler> handlers,
            Counts counts) {
        this.transactions = transactions;
        this.due = due;
        this.work = work;
        this.handlers =
                handlers.stream().collect(Collectors.toMap(WorkHandler::kind, Function.identity()));
        this.counts = counts;
    }

    /**
     * Starts what is due and has a place, and says how much that was. Does not wait for its end.
     */
    public int startDue() {
        return startDue(() -> true);
    }

    private int startDue(BooleanSupplier goOn) {
        List<DueWork.Candidate> candidates =
                transactions.asDispatcher(() -> due.list(OF_ONE_CONNECTION, AT_A_LOOK));
        int started = 0;
        for (DueWork.Candidate candidate : candidates) {
            if (isOurs(candidate) && places.take(place(candidate))) {
                threads.execute(() -> tryIt(candidate, goOn));
                started++;
            }
        }
        return started;
    }

    /** Does what is due until nothing is; returns when all of it has ended. */
    public void runDue() throws InterruptedException {
        runDue(() -> true);
    }

    /** As {@link #runDue()}, as long as {@code goOn}; says how much was started. */
    public int runDue(BooleanSupplier goOn) throws InterruptedException {
        int all = 0;
        int started = goOn.getAsBoolean() ? startDue(goOn) : 0;
        while (started > 0) {
            all += started;
            places.awaitIdle();
            started = goOn.getAsBoolean() ? startDue(goOn) : 0;
        }
        return all;
    }

    /**
     * Does this piece, if it is due and nobody holds it, as soon as it has a place. Fails when its
     * handler does: it is due again when its lease is over then.
     *
     * @return false when it had no place before {@code goOn} said no
     */
    boolean run(TenantId tenant, String id, BooleanSupplier goOn) throws InterruptedException {
        Optional<DueWork.Candidate> found =
                transactions.asDispatcher(() -> due.find(tenant, id)).filter(this::isOurs);
        if (found.isEmpty()) {
            return true;
        }
        if (!places.await(place(found.get()), goOn)) {
            return false;
        }
        run(found.get(), goOn);
        return true;
    }

    private void tryIt(DueWork.Candidate candidate, BooleanSupplier goOn) {
        try {
            run(candidate, goOn);
        } catch (RuntimeException e) {
            LOG.error(
                    "Work could not be done; it is due again when its lease is over",
                    SafeTrace.of(e));
        }
    }

    /** Gives back its place. */
    private void run(DueWork.Candidate candidate, BooleanSupplier goOn) {
        try {
            claim(candidate).ifPresent(claimed -> handle(claimed, goOn));
        } finally {
            places.giveBack(place(candidate));
        }
    }

    private Optional<Work> claim(DueWork.Candidate candidate) {
        return transactions.in(
                candidate.tenant(), () -> work.claim(candidate.tenant(), candidate.id(), LEASE));
    }

    private void handle(Work claimed, BooleanSupplier goOn) {
        WorkHandler handler = handlers.get(claimed.kind());
        if (handler != null) {
            String outcome = "broken_off";
            try {
                handler.handle(claimed, goOn);
                outcome = "done";
            } finally {
                counts.add(
                        "psa_bridge_work_runs", Label.kind(claimed.kind()), Label.outcome(outcome));
            }
        }
    }

    private boolean isOurs(DueWork.Candidate candidate) {
        return handlers.containsKey(candidate.kind());
    }

    private static String place(DueWork.Candidate candidate) {
        return candidate.tenant().value() + "/" + candidate.connection();
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
