package io.psabridge.functions.notes;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.note.NoteArchive;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePostFilter;
import io.psabridge.core.note.NotePostId;
import io.psabridge.core.note.NotePostState;
import io.psabridge.core.note.PostControl;
import io.psabridge.platform.idempotency.Idempotency;
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
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notes that were posted through us. */
@Controller("/v1/note-posts")
final class NotePostController {

    private static final String ROUTE = "/v1/note-posts";

    private final NoteArchive archive;
    private final PostControl control;
    private final Cursors cursors;
    private final Idempotency idempotency;

    NotePostController(
            NoteArchive archive, PostControl control, Cursors cursors, Idempotency idempotency) {
        this.archive = archive;
        this.control = control;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    /**
     * Lists them, the newest first.
     *
     * @param state pending, posting, uncertain, posted, failed or cancelled
     */
    @Get
    @Allowed(Scope.READ)
    ItemsView<NotePostView> list(
            Caller caller,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String connectionId,
            @QueryValue @Nullable String ticketId,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        RequestCheck check = new RequestCheck();
        Map<String, String> given = new TreeMap<>();
        Optional<NotePostState> wanted = NotePostState.find(state);
        check.that(
                state == null || wanted.isPresent(),
                "state",
                "must be pending, posting, uncertain, posted, failed or cancelled");
        put(given, "state", state);
        put(given, "connectionId", check.optionalId("connectionId", connectionId));
        put(given, "ticketId", check.optionalId("ticketId", ticketId));
        check.verify();
        CursorScope scope = new CursorScope(caller.tenant(), "", ROUTE, given);
        Listing listing = Listing.of(cursors, scope, cursor, limit);
        Page<NotePost> page =
                archive.list(
                        caller.tenant(),
                        new NotePostFilter(wanted.orElse(null), connectionId, ticketId),
                        new PageRequest(listing.after(), listing.size()));
        return listing.answer(page.items().stream().map(NotePostView::of).toList(), page.next());
    }

    /** Reads one of them. */
    @Get("/{id}")
    @Allowed(Scope.READ)
    NotePostView get(Caller caller, String id) {
        return NotePostView.of(archive.get(caller.tenant(), post(id)));
    }

    /**
     * Makes a note due that waits or was given up; one that may be in the PSA is looked for there
     * first.
     */
    @Post("/{id}/retry")
    @Allowed(Scope.WRITE)
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<NotePostView> retry(Caller caller, HttpRequest<?> request, String id) {
        NotePostId post = post(id);
        return idempotency.once(
                caller,
                request,
                attempt ->
                        HttpResponse.accepted()
                                .body(
                                        NotePostView.of(
                                                control.retry(
                                                        caller.tenant(), caller.actor(), post))));
    }

    /** Cancels a note that waits and was never sent. */
    @Delete("/{id}")
    @Allowed(Scope.WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, String id) {
        control.cancel(caller.tenant(), caller.actor(), post(id));
    }

    private static NotePostId post(String id) {
        return new NotePostId(PathId.of(id, "note post"));
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
