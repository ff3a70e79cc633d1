package io.psabridge.core.note;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.audit.Done;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaProvider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts notes to a connection's PSA, within the request, and keeps those that it confirmed. */
@Singleton
public final class NotePosts {

    private final Connections connections;
    private final TenantTransactions transactions;
    private final NotePostRepository posts;
    private final NoteTexts texts;
    private final AuditLog audit;

    NotePosts(
            Connections connections,
            TenantTransactions transactions,
            NotePostRepository posts,
            NoteTexts texts,
            AuditLog audit) {
        this.connections = connections;
        this.transactions = transactions;
        this.posts = posts;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Sends once. Fails with {@code psa_timeout}, not retryable, when the note may be there all the
     * same.
     */
    public NotePost post(TenantId tenant, Actor actor, NoteTarget target, NewNote note) {
        return post(tenant, actor, target, note, Attempt.only());
    }

    /** Whoever resumes gets the post that is there; without one it is not known, and never sent. */
    public NotePost post(
            TenantId tenant, Actor actor, NoteTarget target, NewNote note, Attempt attempt) {
        NotePostId id = NotePostId.reserved(attempt);
        return attempt.resumed()
                ? recorded(tenant, id)
                : audit.around(
                        tenant,
                        actor,
                        AuditAction.NOTE_POST,
                        subject(target, null),
                        done -> sent(tenant, target, note, id, done));
    }

    private NotePost recorded(TenantId tenant, NotePostId id) {
        return transactions
                .in(tenant, () -> posts.find(tenant, id))
                .map(row -> opened(tenant, row))
                .orElseThrow(NotePosts::mayBeThere);
    }

    private NotePost sent(
            TenantId tenant, NoteTarget target, NewNote note, NotePostId id, Done done) {
        Instant start = Instant.now();
        Sent sent =
                connections.add(
                        tenant,
                        target.connection(),
                        Capability.NOTES_WRITE,
                        open -> {
                            checkText(open.provider(), note.text());
                            SealedText sealed = texts.seal(tenant, id, note.text());
                            return new Sent(open.psa().notes().add(target.ticket(), note), sealed);
                        });
        NotePost post = posted(id, target, note, sent.note(), start);
        return recorded(tenant, post, sent.sealed(), () -> done.on(subject(target, id)));
    }

    /** What the PSA confirmed, and the text as it is kept: sealed before it was sent. */
    private record Sent(Note note, SealedText sealed) {}

    /** Fails as {@link #post} would before it sends anything. */
    public void check(TenantId tenant, NoteTarget target, NewNote note) {
        checkText(
                connections.providerOf(connections.get(tenant, target.connection())), note.text());
        connections.requireUnpaused(tenant, target.connection());
    }

    /** The ticket's notes as the PSA shows them, the oldest first. */
    public Page<Note> onTicket(TenantId tenant, NoteTarget target, PageRequest page) {
        return connections.read(
                tenant,
                target.connection(),
                Capability.NOTES_READ,
                open -> open.psa().notes().list(target.ticket(), page));
    }

    public NotePost get(TenantId tenant, NotePostId id) {
        NotePostRow row =
                transactions
                        .in(tenant, () -> posts.find(tenant, id))
                        .orElseThrow(() -> Problem.notFound("note post"));
        return opened(tenant, row);
    }

    /** The newest first; {@link Page#next} is the last id of a full page. */
    public Page<NotePost> list(TenantId tenant, NotePostFilter filter, PageRequest page) {
        List<NotePostRow> rows =
                transactions.in(
                        tenant, () -> posts.list(tenant, filter, page.after(), page.size() + 1));
        List<NotePost> found =
                rows.stream().limit(page.size()).map(row -> opened(tenant, row)).toList();
        return new Page<>(found, rows.size() > page.size() ? found.getLast().id().value() : null);
    }

    private static void checkText(PsaProvider provider, String text) {
        int longest = provider.limits().noteText();
        if (text.codePointCount(0, text.length()) > longest) {
            throw Problem.invalid("text", "is longer than " + longest + " characters");
        }
    }

    /** In whatever way it fails: the note is there, and a caller must not send it again. */
    private NotePost recorded(TenantId tenant, NotePost post, SealedText sealed, Runnable audited) {
        try {
            transactions.run(
                    tenant,
                    () -> {
                        posts.insert(tenant, post, sealed);
                        audited.run();
                    });
            return post;
        } catch (RuntimeException e) {
            throw Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                    .detail(
                            "The note is in the PSA, as its note "
                                    + post.psaNote()
                                    + ", but was not recorded here.")
                    .fix("Do not send it again.")
                    .retryable(false)
                    .outcomeUnknown(true)
                    .cause(e)
                    .build();
        }
    }

    private static AuditSubject subject(NoteTarget target, @Nullable NotePostId id) {
        return new AuditSubject(
                "note", id == null ? null : id.value(), target.connection().value());
    }

    private static Problem mayBeThere() {
        return Problem.of(ProblemCode.PSA_TIMEOUT)
                .detail("An earlier request with this key may have posted the note.")
                .fix("Look in the PSA before you send it with another key.")
                .retryable(false)
                .outcomeUnknown(true)
                .build();
    }

    private NotePost opened(TenantId tenant, NotePostRow row) {
        NotePost post = row.post();
        return post.withText(texts.open(tenant, post.id(), row.sealed()));
    }

    private static NotePost posted(
            NotePostId id, NoteTarget target, NewNote note, Note posted, Instant start) {
        Id<Note> psaNote = posted.id();
        return new NotePost(
                id,
                target.connection(),
                target.ticket(),
                target.link(),
                note.text(),
                note.audience(),
                note.notifyCustomer(),
                posted.author(),
                psaNote,
                start,
                Instant.now());
    }
}
