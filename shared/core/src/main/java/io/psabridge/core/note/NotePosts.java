package io.psabridge.core.note;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.audit.Done;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.ConnectionStatus;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkRepository;
import io.psabridge.platform.queue.WorkSignal;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.platform.web.SafeTrace;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.PsaProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notes for delivery. A note is stored before anything is sent; it is sent within its request
 * when nothing of its ticket is before it, and else by a worker.
 */
@Singleton
public final class NotePosts {

    private static final Logger LOG = LoggerFactory.getLogger(NotePosts.class);

    private final Connections connections;
    private final TenantTransactions transactions;
    private final NotePostRepository posts;
    private final LaneRepository lanes;
    private final WorkRepository work;
    private final NoteTexts texts;
    private final Sending sending;
    private final Recorder recorder;
    private final DeliveryPoints points;
    private final List<WorkSignal> signals;
    private final AuditLog audit;

    NotePosts(
            Connections connections,
            TenantTransactions transactions,
            NotePostRepository posts,
            LaneRepository lanes,
            WorkRepository work,
            NoteTexts texts,
            Sending sending,
            Recorder recorder,
            DeliveryPoints points,
            List<WorkSignal> signals,
            AuditLog audit) {
        this.connections = connections;
        this.transactions = transactions;
        this.posts = posts;
        this.lanes = lanes;
        this.work = work;
        this.texts = texts;
        this.sending = sending;
        this.recorder = recorder;
        this.points = points;
        this.signals = signals;
        this.audit = audit;
    }

    /**
     * Stores the note, and sends it when it is its turn. What comes back is posted, or will be
     * delivered later; a resumed attempt gets what the first one stored. Fails, and keeps nothing,
     * when the PSA refuses it for good.
     */
    public NotePost post(
            TenantId tenant, Actor actor, NoteTarget target, NewNote note, Attempt attempt) {
        NotePostId id = NotePostId.reserved(attempt);
        Optional<NotePost> stored = attempt.resumed() ? find(tenant, id) : Optional.empty();
        return stored.map(post -> post.withText(note.text()))
                .orElseGet(() -> post(tenant, actor, id, target, note));
    }

    private NotePost post(
            TenantId tenant, Actor actor, NotePostId id, NoteTarget target, NewNote note) {
        return audit.around(
                tenant,
                actor,
                AuditAction.NOTE_POST,
                subject(target, null),
                done -> post(tenant, id, target, note, done));
    }

    private NotePost post(
            TenantId tenant, NotePostId id, NoteTarget target, NewNote note, Done done) {
        unlock(tenant, target.connection());
        SealedText sealed = texts.seal(tenant, id, note.text());
        Deadline deadline = connections.budget();
        Runnable accepting = () -> done.on(subject(target, id));
        Accepted accepted =
                transactions.in(tenant, () -> accept(tenant, id, target, note, sealed, accepting));
        points.reached(DeliveryPoint.STORED);
        Work held = accepted.held();
        if (held == null) {
            signals.forEach(WorkSignal::workIsDue);
            return accepted.post().withText(note.text());
        }
        Outcome outcome = sending.send(accepted.now(), deadline, target.ticket(), note, 1);
        NotePost kept = record(held, accepted.post(), outcome, accepting).withText(note.text());
        return switch (outcome) {
            case Outcome.Refused refused -> throw refused.problem();
            case Outcome.Altered altered -> throw altered.problem();
            case Outcome.Posted _, Outcome.Uncertain _, Outcome.Later _ -> kept;
        };
    }

    /** Fails as {@link #post} would before it stores anything. */
    public void check(TenantId tenant, NoteTarget target, NewNote note) {
        check(known(tenant, target.connection()), note);
    }

    private record Accepted(ConnectionNow now, NotePost post, @Nullable Work held) {}

    private Accepted accept(
            TenantId tenant,
            NotePostId id,
            NoteTarget target,
            NewNote note,
            SealedText sealed,
            Runnable accepting) {
        ConnectionNow now = known(tenant, target.connection());
        check(now, note);
        Lane lane = new Lane(tenant, target.connection(), target.ticket());
        Work held = canBeAsked(now) ? ifItsTurn(lane) : null;
        NotePost stored;
        if (held != null) {
            stored = posts.insertPosting(tenant, id, target, note, sealed);
        } else {
            work.add(tenant, target.connection().value(), Lane.KIND, target.ticket().value());
            stored = posts.insertPending(tenant, id, target, note, sealed);
            accepting.run();
        }
        points.reached(DeliveryPoint.STORING);
        return new Accepted(now, stored, held);
    }

    /** The lane, held; null when another holds it or a note is before this one. */
    private @Nullable Work ifItsTurn(Lane lane) {
        Optional<Work> claimed =
                work.addClaimed(
                        lane.tenant(),
                        lane.connection().value(),
                        Lane.KIND,
                        lane.ticket().value(),
                        Worker.LEASE);
        if (claimed.isPresent() && lanes.hasUnfinished(lane.tenant(), lane)) {
            work.postpone(lane.tenant(), claimed.get(), Duration.ZERO);
            return null;
        }
        return claimed.orElse(null);
    }

    /**
     * When it cannot be stored, it stays on its way: after the lease it is looked for in the PSA.
     */
    private NotePost record(Work held, NotePost post, Outcome outcome, Runnable accepting) {
        try {
            return recorder.recordInRequest(held, post.id(), outcome, accepting).orElse(post);
        } catch (RuntimeException e) {
            LOG.error("What became of a note could not be stored", SafeTrace.of(e));
            return post;
        }
    }

    private Optional<NotePost> find(TenantId tenant, NotePostId id) {
        return transactions.in(tenant, () -> posts.find(tenant, id)).map(NotePostRow::post);
    }

    /**
     * So that no transaction waits for the key wrapper; a tenant without connections has no key.
     */
    private void unlock(TenantId tenant, ConnectionId connection) {
        if (!texts.isUnlocked(tenant)) {
            connections.get(tenant, connection);
            texts.unlock(tenant);
        }
    }

    private ConnectionNow known(TenantId tenant, ConnectionId connection) {
        return connections
                .now(tenant, connection)
                .orElseThrow(() -> Problem.notFound("connection"));
    }

    private void check(ConnectionNow now, NewNote note) {
        PsaProvider provider = connections.providerOf(now.connection());
        int longest = provider.limits().noteText();
        if (note.text().codePointCount(0, note.text().length()) > longest) {
            throw Problem.invalid("text", "is longer than " + longest + " characters");
        }
        if (!provider.capabilities().contains(Capability.NOTES_WRITE)) {
            throw Problem.of(ProblemCode.CAPABILITY_NOT_SUPPORTED)
                    .detail(provider.name() + " takes no notes from us.")
                    .build();
        }
    }

    private static AuditSubject subject(NoteTarget target, @Nullable NotePostId id) {
        return new AuditSubject(
                "note", id == null ? null : id.value(), target.connection().value());
    }

    private static boolean canBeAsked(ConnectionNow now) {
        ConnectionStatus status = now.connection().status();
        return status != ConnectionStatus.PAUSED
                && status != ConnectionStatus.UNAUTHORIZED
                && now.restsFor().isZero();
    }
}
