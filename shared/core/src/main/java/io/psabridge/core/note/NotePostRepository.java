package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.link.LinkId;
import io.psabridge.platform.db.Row;
import io.psabridge.platform.db.Sql;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code note_post}. Runs in its caller's transaction. */
@Singleton
final class NotePostRepository {

    private static final String SELECT = "SELECT * FROM note_post WHERE tenant_id = ?";

    private final Sql sql;

    NotePostRepository(Sql sql) {
        this.sql = sql;
    }

    void insert(TenantId tenant, NotePost post, SealedText text) {
        LinkId link = post.link();
        sql.update(
                "INSERT INTO note_post (tenant_id, id, connection_id, ticket_id, link_id, sealed_text, audience,"
                        + " notify_customer, author_name, author_member, psa_note_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.value(),
                post.id().value(),
                post.connection().value(),
                post.ticket().value(),
                link == null ? null : link.value(),
                text.content(),
                post.audience().wireName(),
                post.notifyCustomer(),
                post.author().name(),
                post.author().memberId(),
                post.psaNote().value(),
                post.createdAt());
    }

    Optional<NotePostRow> find(TenantId tenant, NotePostId id) {
        return sql.first(
                NotePostRepository::read, SELECT + " AND id = ?", tenant.value(), id.value());
    }

    /** The newest first. */
    List<NotePostRow> list(
            TenantId tenant, NotePostFilter filter, @Nullable String before, int limit) {
        return sql.list(
                NotePostRepository::read,
                SELECT
                        + " AND (?::text IS NULL OR connection_id = ?) AND (?::text IS NULL OR ticket_id = ?)"
                        + " AND (?::text IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
                tenant.value(),
                filter.connectionId(),
                filter.connectionId(),
                filter.ticketId(),
                filter.ticketId(),
                before,
                before,
                limit);
    }

    private static NotePostRow read(Row row) {
        String link = row.textOrNull("link_id");
        NotePost post =
                new NotePost(
                        new NotePostId(row.text("id")),
                        new ConnectionId(row.text("connection_id")),
                        Id.of(row.text("ticket_id")),
                        link == null ? null : new LinkId(link),
                        "",
                        Audience.valueOf(row.text("audience").toUpperCase(Locale.ROOT)),
                        row.flag("notify_customer"),
                        new Note.Author(
                                row.textOrNull("author_name"),
                                row.textOrNull("author_member"),
                                null),
                        Id.of(row.text("psa_note_id")),
                        row.instant("created_at"),
                        row.instant("posted_at"));
        return new NotePostRow(post, new SealedText(row.bytes("sealed_text")));
    }
}
