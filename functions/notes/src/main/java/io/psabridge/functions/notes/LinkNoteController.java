package io.psabridge.functions.notes;

import io.micronaut.http.HttpRequest;
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

/** Notes on the ticket of a link. */
@Controller("/v1/ticket-links/{id}/notes")
final class LinkNoteController {

    private final LinkService links;
    private final NotePosting posting;

    LinkNoteController(LinkService links, NotePosting posting) {
        this.links = links;
        this.posting = posting;
    }

    /** Posts a note on the linked ticket, once. */
    @Post
    @Allowed(Scope.WRITE)
    HttpResponse<NotePostView> post(
            Caller caller, HttpRequest<?> request, String id, @Body NoteBody body) {
        return posting.post(caller, request, body, () -> target(caller, id));
    }

    private NoteTarget target(Caller caller, String id) {
        LinkId link = new LinkId(PathId.of(id, "ticket link"));
        return NoteTarget.of(links.get(caller.tenant(), link));
    }
}
