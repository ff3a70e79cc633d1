package io.psabridge.functions.notes;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostFilter;
import io.psabridge.core.note.NotePostId;
import io.psabridge.core.note.NotePosts;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notes that were posted through us. */
@Controller("/v1/note-posts")
final class NotePostController {

    private static final String ROUTE = "/v1/note-posts";

    private final NotePosts posts;
    private final Cursors cursors;

    NotePostController(NotePosts posts, Cursors cursors) {
        this.posts = posts;
        this.cursors = cursors;
    }

    /** Lists them, the newest first. */
    @Get
    @Allowed(Scope.READ)
    ItemsView<NotePostView> list(
            Caller caller,
            @QueryValue @Nullable String connectionId,
            @QueryValue @Nullable String ticketId,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        RequestCheck check = new RequestCheck();
        Map<String, String> given = new TreeMap<>();
        put(given, "connectionId", check.optionalId("connectionId", connectionId));
        put(given, "ticketId", check.optionalId("ticketId", ticketId));
        check.verify();
        CursorScope scope = new CursorScope(caller.tenant(), "", ROUTE, given);
        Listing listing = Listing.of(cursors, scope, cursor, limit);
        Page<NotePost> page =
                posts.list(
                        caller.tenant(),
                        new NotePostFilter(connectionId, ticketId),
                        new PageRequest(listing.after(), listing.size()));
        return listing.answer(page.items().stream().map(NotePostView::of).toList(), page.next());
    }

    /** Reads one of them. */
    @Get("/{id}")
    @Allowed(Scope.READ)
    NotePostView get(Caller caller, String id) {
        return NotePostView.of(
                posts.get(caller.tenant(), new NotePostId(PathId.of(id, "note post"))));
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
