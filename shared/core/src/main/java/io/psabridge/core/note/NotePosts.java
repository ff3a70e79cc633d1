package io.psabridge.core.note;

import io.psabridge.core.audit.AuditAction;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.audit.AuditSubject;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.DatabaseException;
import io.psabridge.platform.db.TenantTransactions;
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
        String connection = target.connection().value();
        return audit.after(
                tenant,
                actor,
                AuditAction.NOTE_POST,
                AuditSubject.none("note", connection),
                () -> post(tenant, target, note),
                made -> new AuditSubject("note", made.id().value(), connection));
    }

    private NotePost post(TenantId tenant, NoteTarget target, NewNote note) {
        checkText(tenant, target, note.text());
        NotePostId id = NotePostId.fresh();
        Instant start = Instant.now();
        SealedText sealed = texts.seal(tenant, id, note.text());
        Note posted =
                connections.add(
                        tenant,
                        target.connection(),
                        Capability.NOTES_WRITE,
                        open -> open.psa().notes().add(target.ticket(), note));
        NotePost post = posted(id, target, note, posted, start);
        return recorded(tenant, post, sealed);
    }

    /** Fails as {@link #post} would before it sends anything. */
    public void check(TenantId tenant, NoteTarget target, NewNote note) {
        checkText(tenant, target, note.text());
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

    private void checkText(TenantId tenant, NoteTarget target, String text) {
        PsaProvider provider = connections.providerOf(connections.get(tenant, target.connection()));
        int longest = provider.limits().noteText();
        if (text.codePointCount(0, text.length()) > longest) {
            throw Problem.invalid("text", "is longer than " + longest + " characters");
        }
    }

    private NotePost recorded(TenantId tenant, NotePost post, SealedText sealed) {
        try {
            transactions.run(tenant, () -> posts.insert(tenant, post, sealed));
            return post;
        } catch (DatabaseException e) {
            throw Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                    .detail(
                            "The note is in the PSA, as its note "
                                    + post.psaNote()
                                    + ", but was not recorded here.")
                    .fix("Do not send it again.")
                    .retryable(false)
                    .cause(e)
                    .build();
        }
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
