package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.spi.NewNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note that was posted through us.
 *
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
        @Nullable String psaNoteId,
        @Nullable Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable Boolean preview) {

    /** What is kept was confirmed by the PSA, at the first attempt. */
    static final String POSTED = "posted";

    static NotePostView of(NotePost post) {
        return new NotePostView(
                post.id().value(),
                post.connection().value(),
                post.ticket().value(),
                id(post.link()),
                post.text(),
                post.audience().wireName(),
                post.notifyCustomer(),
                new PostAuthorView(post.author().memberId(), post.author().name()),
                POSTED,
                1,
                post.psaNote().value(),
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
                true);
    }

    private static @Nullable String id(@Nullable LinkId link) {
        return link == null ? null : link.value();
    }

    @Override
    public String toString() {
        return "NotePostView[" + id + "]"; // the text is nobody else's business
    }

    /** As whom the PSA shows it. */
    @Serdeable
    record PostAuthorView(@Nullable String memberId, @Nullable String name) {}
}
