package io.psabridge.core.audit;

import io.psabridge.core.tenant.Tenants;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who tried to do what to a tenant's things, and how it ended. Events are added and never changed;
 * none holds a secret or a note's text.
 */
@Singleton
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final TenantTransactions transactions;
    private final AuditEventRepository events;
    private final Tenants tenants;

    AuditLog(TenantTransactions transactions, AuditEventRepository events, Tenants tenants) {
        this.transactions = transactions;
        this.events = events;
        this.tenants = tenants;
    }

    /**
     * Runs an attempt that changes rows of ours. It says itself that it is {@link Done}, within the
     * transaction of its changes; its failure is recorded here.
     *
     * @param subject what a failure is about
     */
    public <T> T around(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            AuditSubject subject,
            Function<Done, T> attempt) {
        try {
            return attempt.apply(it -> ok(tenant, actor, action, it));
        } catch (RuntimeException e) {
            failed(tenant, actor, action, subject, e);
            throw e;
        }
    }

    /**
     * Runs an attempt that changes the PSA alone, and records how it ended.
     *
     * @param subject what a failure is about
     * @param made what the result is about
     */
    public <T> T after(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            AuditSubject subject,
            Supplier<T> attempt,
            Function<T, AuditSubject> made) {
        T result = around(tenant, actor, action, subject, done -> attempt.get());
        try {
            ok(tenant, actor, action, made.apply(result));
            return result;
        } catch (RuntimeException e) {
            throw Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                    .detail("It is done in the PSA, but could not be recorded here.")
                    .fix("Do not send it again.")
                    .retryable(false)
                    .outcomeUnknown(true)
                    .cause(e)
                    .build();
        }
    }

    /** The newest first; {@link Page#next} is where the list goes on. */
    public Page<AuditEvent> list(TenantId tenant, AuditFilter filter, PageRequest page) {
        List<AuditEvent> rows =
                transactions.in(
                        tenant, () -> events.list(tenant, filter, page.after(), page.size() + 1));
        return rows.size() <= page.size()
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, page.size()), rows.get(page.size() - 1).key());
    }

    /** Whoever did something to a connection is known: the connection refers to its tenant. */
    private void ok(TenantId tenant, Actor actor, AuditAction action, AuditSubject subject) {
        transactions.run(
                tenant,
                () -> {
                    if (subject.connectionId() == null) {
                        tenants.remember(tenant);
                    }
                    events.insert(tenant, actor, action, subject, AuditOutcome.OK);
                });
    }

    /**
     * What failed stays the failure, also when this cannot be written. It may be the first thing
     * that a tenant tries, and the connection one that never was.
     */
    private void failed(
            TenantId tenant,
            Actor actor,
            AuditAction action,
            AuditSubject subject,
            RuntimeException failure) {
        AuditOutcome outcome = AuditOutcome.of(failure);
        try {
            transactions.run(
                    tenant,
                    () -> {
                        tenants.remember(tenant);
                        events.insert(tenant, actor, action, subject, outcome);
                    });
        } catch (RuntimeException e) {
            LOG.error(
                    "The audit event of a failed {} could not be written: {}",
                    action.wireName(),
                    e.getClass().getName());
            failure.addSuppressed(e);
        }
    }
}
