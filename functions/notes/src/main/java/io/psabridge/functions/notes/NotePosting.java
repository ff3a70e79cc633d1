package io.psabridge.functions.notes;

import io.micronaut.http.HttpResponse;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.web.Caller;
import io.psabridge.spi.NewNote;
import jakarta.inject.Singleton;
import java.net.URI;

/** Posts or previews a note, whichever way its ticket was named. */
@Singleton
final class NotePosting {

    private final NotePosts posts;

    NotePosting(NotePosts posts) {
        this.posts = posts;
    }

    HttpResponse<NotePostView> post(
            Caller caller, NoteTarget target, NewNote note, boolean preview) {
        if (preview) {
            posts.check(caller.tenant(), target, note);
            return HttpResponse.ok(NotePostView.preview(target, note));
        }
        NotePostView posted =
                NotePostView.of(posts.post(caller.tenant(), caller.actor(), target, note));
        return HttpResponse.created(posted, URI.create("/v1/note-posts/" + posted.id()));
    }
}
