package io.psabridge.core.note;

import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.WorkSignal;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

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
    private final List<WorkSignal> signals;

    PostControl(
            TenantTransactions transactions,
            NotePostRepository posts,
            ControlRepository control,
            WorkRepository work,
            NoteArchive archive,
            List<WorkSignal> signals) {
        this.transactions = transactions;
        this.posts = posts;
        this.control = control;
        this.work = work;
        this.archive = archive;
        this.signals = signals;
    }

    /**
     * Makes it due: one that may be in the PSA is looked for first. Fails with {@code conflict} when
     * it is on its way, posted or cancelled.
     */
    public NotePost retry(TenantId tenant, NotePostId id) {
        transactions.run(
                tenant,
                () -> {
                    NotePost post = locked(tenant, id);
                    if (!WAITING.contains(post.state())) {
                        throw Problem.conflict(
                                "A note that is " + post.state().wireName() + " cannot be retried.");
                    }
                    control.makeDue(tenant, id);
                    work.add(
                            tenant,
                            post.connection().value(),
                            Lane.KIND,
                            post.ticket().value());
                });
        signals.forEach(WorkSignal::workIsDue);
        return archive.get(tenant, id);
    }

    /** Fails with {@code conflict} once it was sent, or is not waiting. */
    public void cancel(TenantId tenant, NotePostId id) {
        transactions.run(
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
                });
    }

    private NotePost locked(TenantId tenant, NotePostId id) {
        return posts.lock(tenant, id).orElseThrow(() -> Problem.notFound("note post")).post();
    }
}
