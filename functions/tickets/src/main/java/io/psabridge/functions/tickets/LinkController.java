package io.psabridge.functions.tickets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.link.LinkFilter;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.link.TicketLink;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.idempotency.Idempotency;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Links of the application's records to tickets. */
@Controller("/v1/ticket-links")
final class LinkController {

    private static final String ROUTE = "/v1/ticket-links";

    private final LinkService links;
    private final Cursors cursors;
    private final Idempotency idempotency;

    LinkController(LinkService links, Cursors cursors, Idempotency idempotency) {
        this.links = links;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    /** Links a record to a ticket; the same link again is answered with the one that is there. */
    @Post
    @Allowed(Scope.WRITE)
    HttpResponse<LinkView> create(Caller caller, HttpRequest<?> request, @Body LinkBody body) {
        LinkBody.Wanted wanted = body.read();
        return idempotency.once(caller, request, body, attempt -> linked(caller, wanted, attempt));
    }

    private HttpResponse<LinkView> linked(Caller caller, LinkBody.Wanted wanted, Attempt attempt) {
        LinkService.Created made =
                links.create(
                        caller.tenant(),
                        caller.actor(),
                        new ConnectionId(wanted.connectionId()),
                        Id.of(wanted.ticketId()),
                        wanted.record(),
                        attempt);
        LinkView view = LinkView.of(made.link());
        return made.fresh()
                ? HttpResponse.created(view, URI.create(ROUTE + "/" + view.id()))
                : HttpResponse.ok(view);
    }

    /** Lists links, the newest first. */
    @Get
    @Allowed(Scope.READ)
    ItemsView<LinkView> list(
            Caller caller,
            @QueryValue @Nullable String recordType,
            @QueryValue @Nullable String recordId,
            @QueryValue @Nullable String connectionId,
            @QueryValue @Nullable String ticketId,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        RequestCheck check = new RequestCheck();
        check.optionalText("recordType", recordType, 100);
        check.optionalText("recordId", recordId, 200);
        check.optionalId("connectionId", connectionId);
        check.optionalId("ticketId", ticketId);
        check.verify();
        Map<String, String> given = new TreeMap<>();
        put(given, "recordType", recordType);
        put(given, "recordId", recordId);
        put(given, "connectionId", connectionId);
        put(given, "ticketId", ticketId);
        Listing listing =
                Listing.of(
                        cursors, new CursorScope(caller.tenant(), "", ROUTE, given), cursor, limit);
        Page<TicketLink> page =
                links.list(
                        caller.tenant(),
                        new LinkFilter(recordType, recordId, connectionId, ticketId),
                        new PageRequest(listing.after(), listing.size()));
        return listing.answer(page.items().stream().map(LinkView::of).toList(), page.next());
    }

    /**
     * Reads one link.
     *
     * @param refresh {@code true} re-reads the ticket from the PSA, and needs the scope psa:write
     */
    @Get("/{id}")
    @Allowed(Scope.READ)
    LinkView get(Caller caller, String id, @QueryValue @Nullable String refresh) {
        return LinkView.of(
                isTrue(refresh, caller)
                        ? links.refresh(caller.tenant(), id(id))
                        : links.get(caller.tenant(), id(id)));
    }

    /** Forgets the link; the ticket stays as it is. */
    @Delete("/{id}")
    @Allowed(Scope.WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void delete(Caller caller, String id) {
        links.delete(caller.tenant(), caller.actor(), id(id));
    }

    private static boolean isTrue(@Nullable String refresh, Caller caller) {
        boolean wanted = "true".equals(refresh);
        if (wanted) {
            caller.require(Scope.WRITE);
        }
        if (refresh != null && !wanted && !refresh.equals("false")) {
            throw Problem.invalid("refresh", "must be true or false");
        }
        return wanted;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private static LinkId id(String id) {
        return new LinkId(PathId.of(id, "ticket link"));
    }
}
