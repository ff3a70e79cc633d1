package io.psabridge.core.note;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.audit.Done;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person does about a note that waits or was given up. */
@Singleton
public final class PostControl {

    private static final Set<NotePostState> WAITING =
            Set.of(NotePostState.PENDING, NotePostState.UNCERTAIN, NotePostState.FAILED);

    private final TenantTransactions transactions;
    private final NotePostRepository posts;
    private final ControlRepository control;
    private final WorkRepository work;
    private final NoteArchive archive;
    private final AuditLog audit;
    private final NoteCounts counts;

    PostControl(
            TenantTransactions transactions,
            NotePostRepository posts,
            ControlRepository control,
            WorkRepository work,
            NoteArchive archive,
            AuditLog audit,
            NoteCounts counts) {
        this.transactions = transactions;
        this.posts = posts;
        this.control = control;
        this.work = work;
        this.archive = archive;
        this.audit = audit;
        this.counts = counts;
    }

    /**
     * Makes it due: one that may be in the PSA is looked for first. Fails with {@code conflict}
     * when it is on its way, posted or cancelled.
     */
    public NotePost retry(TenantId tenant, Actor actor, NotePostId id) {
        audit.around(
                tenant,
                actor,
                AuditAction.NOTE_RETRY,
                subject(id, null),
                done -> makeDue(tenant, id, done));
        return archive.get(tenant, id);
    }

    private NotePost makeDue(TenantId tenant, NotePostId id, Done done) {
        return transactions.in(
                tenant,
                () -> {
                    NotePost post = locked(tenant, id);
                    if (!WAITING.contains(post.state())) {
                        throw Problem.conflict(
                                "A note that is "
                                        + post.state().wireName()
                                        + " cannot be retried.");
                    }
                    control.makeDue(tenant, id);
                    work.add(tenant, post.connection().value(), Lane.KIND, post.ticket().value());
                    done.on(subject(id, post));
                    return post;
                });
    }

    /** Fails with {@code conflict} once it was sent, or is not waiting. */
    public void cancel(TenantId tenant, Actor actor, NotePostId id) {
        audit.around(
                tenant,
                actor,
                AuditAction.NOTE_CANCEL,
                subject(id, null),
                done -> cancel(tenant, id, done));
        counts.ended(NotePostState.CANCELLED);
    }

    private NotePost cancel(TenantId tenant, NotePostId id, Done done) {
        return transactions.in(
                tenant,
                () -> {
                    NotePost post = locked(tenant, id);
                    if (post.state() != NotePostState.PENDING || post.attempts() > 0) {
                        throw Problem.conflict(
                                "Only a note that waits and was never sent can be cancelled; this one is "
                                        + post.state().wireName()
                                        + ", after "
                                        + post.attempts()
                                        + " attempts.");
                    }
                    control.cancel(tenant, id);
                    done.on(subject(id, post));
                    return post;
                });
    }

    private static AuditSubject subject(NotePostId id, @Nullable NotePost post) {
        return new AuditSubject(
                "note", id.value(), post == null ? null : post.connection().value());
    }

    private NotePost locked(TenantId tenant, NotePostId id) {
        return posts.lock(tenant, id).orElseThrow(() -> Problem.notFound("note post")).post();
    }
}
