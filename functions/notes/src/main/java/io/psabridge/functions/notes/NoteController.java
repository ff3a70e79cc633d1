package io.psabridge.functions.notes;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Id;
import io.psabridge.spi.Note;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notes of a ticket. */
@Controller("/v1/connections/{connectionId}/tickets/{ticketId}/notes")
final class NoteController {

    private static final String ROUTE = "/v1/connections/{connectionId}/tickets/{ticketId}/notes";

    private final NotePosts posts;
    private final NotePosting posting;
    private final Cursors cursors;

    NoteController(NotePosts posts, NotePosting posting, Cursors cursors) {
        this.posts = posts;
        this.posting = posting;
        this.cursors = cursors;
    }

    /** Lists the notes that the PSA shows, the newest last. */
    @Get
    @Allowed(Scope.READ)
    ItemsView<NoteView> list(
            Caller caller,
            String connectionId,
            String ticketId,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        NoteTarget target = target(connectionId, ticketId);
        CursorScope scope =
                new CursorScope(caller.tenant(), connectionId, ROUTE, Map.of("ticketId", ticketId));
        Listing listing = Listing.of(cursors, scope, cursor, limit);
        Page<Note> page =
                posts.onTicket(
                        caller.tenant(), target, new PageRequest(listing.after(), listing.size()));
        return listing.answer(page.items().stream().map(NoteView::of).toList(), page.next());
    }

    /** Posts a note, once. */
    @Post
    @Allowed(Scope.WRITE)
    HttpResponse<NotePostView> post(
            Caller caller,
            HttpRequest<?> request,
            String connectionId,
            String ticketId,
            @Body NoteBody body) {
        return posting.post(caller, request, body, () -> target(connectionId, ticketId));
    }

    private static NoteTarget target(String connectionId, String ticketId) {
        return new NoteTarget(
                new ConnectionId(PathId.of(connectionId, "connection")),
                Id.of(PathId.of(ticketId, "ticket")),
                null);
    }
}
