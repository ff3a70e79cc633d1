package io.psabridge.functions.notes;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.idempotency.Idempotency;
import io.psabridge.platform.web.Caller;
import io.psabridge.spi.NewNote;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.function.Supplier;

/** Posts or previews a note, whichever way its ticket was named. */
@Singleton
final class NotePosting {

    private final NotePosts posts;
    private final Idempotency idempotency;

    NotePosting(NotePosts posts, Idempotency idempotency) {
        this.posts = posts;
        this.idempotency = idempotency;
    }

    /**
     * Posts it once; a preview ignores the request's key.
     *
     * @param target is found after the key was looked at
     */
    HttpResponse<NotePostView> post(
            Caller caller, HttpRequest<?> request, NoteBody body, Supplier<NoteTarget> target) {
        NewNote note = body.toNewNote();
        if (body.isPreview()) {
            NoteTarget shown = target.get();
            posts.check(caller.tenant(), shown, note);
            return HttpResponse.ok(NotePostView.preview(shown, note));
        }
        return idempotency.once(
                caller, request, body, attempt -> posted(caller, target.get(), note, attempt));
    }

    private HttpResponse<NotePostView> posted(
            Caller caller, NoteTarget target, NewNote note, Attempt attempt) {
        NotePostView posted =
                NotePostView.of(posts.post(caller.tenant(), caller.actor(), target, note, attempt));
        return HttpResponse.created(posted, URI.create("/v1/note-posts/" + posted.id()));
    }
}
