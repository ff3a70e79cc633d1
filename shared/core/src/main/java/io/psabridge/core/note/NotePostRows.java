package io.psabridge.core.note;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.link.LinkId;
import io.psabridge.platform.db.Row;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code note_post}. */
final class NotePostRows {

    private NotePostRows() {}

    static NotePostRow read(Row row) {
        String link = row.textOrNull("link_id");
        String psaNote = row.textOrNull("psa_note_id");
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
                        NotePostState.of(row.text("state")),
                        row.integer("attempts"),
                        row.instantOrNull("due_at"),
                        psaNote == null ? null : Id.of(psaNote),
                        problem(row),
                        row.instant("created_at"),
                        row.instantOrNull("posted_at"));
        return new NotePostRow(post, new SealedText(row.bytes("sealed_text")));
    }

    private static @Nullable PostProblem problem(Row row) {
        String code = row.textOrNull("problem_code");
        return code == null
                ? null
                : new PostProblem(
                        code,
                        row.text("problem_detail"),
                        row.textOrNull("problem_fix"),
                        row.instant("problem_at"));
    }
}
