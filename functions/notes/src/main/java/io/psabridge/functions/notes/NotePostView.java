package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.core.note.PostProblem;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note that was entrusted to us.
 *
 * @param state pending, posting, uncertain, posted, failed or cancelled
 * @param attempts how often it was sent
 * @param nextAttemptAt when it is sent, or looked for in the PSA, next
 * @param problem what went wrong last, or for good
 * @param preview true when nothing was posted: then there is no id, state or time
 */
@Serdeable
record NotePostView(
        @Nullable String id,
        String connectionId,
        String ticketId,
        @Nullable String linkId,
        String text,
        String audience,
        boolean notifyCustomer,
        PostAuthorView author,
        @Nullable String state,
        @Nullable Integer attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String psaNoteId,
        @Nullable PostProblemView problem,
        @Nullable Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable Boolean preview) {

    static NotePostView of(NotePost post) {
        Id<Note> psaNote = post.psaNote();
        return new NotePostView(
                post.id().value(),
                post.connection().value(),
                post.ticket().value(),
                id(post.link()),
                post.text(),
                post.audience().wireName(),
                post.notifyCustomer(),
                new PostAuthorView(post.author().memberId(), post.author().name()),
                post.state().wireName(),
                post.attempts(),
                post.nextAttemptAt(),
                psaNote == null ? null : psaNote.value(),
                PostProblemView.of(post.problem()),
                post.createdAt(),
                post.postedAt(),
                null);
    }

    static NotePostView preview(NoteTarget target, NewNote note) {
        return new NotePostView(
                null,
                target.connection().value(),
                target.ticket().value(),
                id(target.link()),
                note.text(),
                note.audience().wireName(),
                note.notifyCustomer(),
                new PostAuthorView(null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    private static @Nullable String id(@Nullable LinkId link) {
        return link == null ? null : link.value();
    }

    @Override
    public String toString() {
        return "NotePostView[" + id + "]"; // the text is nobody else's business
    }

    /**
     * Why the note is not in the PSA, or not known to be.
     *
     * @param code a problem code, or outcome_unknown
     * @param fix what a person can do
     */
    @Serdeable
    record PostProblemView(String code, String detail, @Nullable String fix, Instant at) {

        static @Nullable PostProblemView of(@Nullable PostProblem problem) {
            return problem == null
                    ? null
                    : new PostProblemView(
                            problem.code(), problem.detail(), problem.fix(), problem.at());
        }
    }

    /** As whom the PSA shows it. */
    @Serdeable
    record PostAuthorView(@Nullable String memberId, @Nullable String name) {}
}
