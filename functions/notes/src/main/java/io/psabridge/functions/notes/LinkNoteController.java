package io.psabridge.functions.notes;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.NewNote;

/** Notes on the ticket of a link. */
@Controller("/v1/ticket-links/{id}/notes")
final class LinkNoteController {

    private final LinkService links;
    private final NotePosting posting;

    LinkNoteController(LinkService links, NotePosting posting) {
        this.links = links;
        this.posting = posting;
    }

    /**
     * Posts a note on the linked ticket, exactly once: 201 when the PSA confirmed it, 202 when it
     * is stored and will be delivered.
     */
    @Post
    @Allowed(Scope.WRITE)
    HttpResponse<NotePostView> post(Caller caller, String id, @Body NoteBody body) {
        NewNote note = body.toNewNote();
        LinkId link = new LinkId(PathId.of(id, "ticket link"));
        NoteTarget target = NoteTarget.of(links.get(caller.tenant(), link));
        return posting.post(caller, target, note, body.isPreview());
    }
}
