package io.psabridge.core.note;

import io.psabridge.core.connection.Connections;
import io.psabridge.platform.db.TenantTransactions;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Problem;
import io.psabridge.spi.Capability;
import io.psabridge.spi.Note;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** The notes of a ticket as its PSA shows them, and what was posted through us. */
@Singleton
public final class NoteArchive {

    private final Connections connections;
    private final TenantTransactions transactions;
    private final NotePostRepository posts;
    private final NoteTexts texts;

    NoteArchive(
            Connections connections,
            TenantTransactions transactions,
            NotePostRepository posts,
            NoteTexts texts) {
        this.connections = connections;
        this.transactions = transactions;
        this.posts = posts;
        this.texts = texts;
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

    private NotePost opened(TenantId tenant, NotePostRow row) {
        NotePost post = row.post();
        return post.withText(texts.open(tenant, post.id(), row.sealed()));
    }
}
