package io.psabridge.functions.tickets;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.FromPsa;
import io.psabridge.core.ticket.TicketService;
import io.psabridge.core.ticket.TicketView;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The tickets of a connection's PSA. */
@Controller("/v1/connections/{connectionId}/tickets")
final class TicketController {

    private static final String ROUTE = "/v1/connections/{connectionId}/tickets";

    private final TicketService tickets;
    private final Cursors cursors;
    private final RawJson rawJson;

    TicketController(TicketService tickets, Cursors cursors, RawJson rawJson) {
        this.tickets = tickets;
        this.cursors = cursors;
        this.rawJson = rawJson;
    }

    /**
     * Searches tickets, the newest first.
     *
     * @param q literal text within the summary, upper and lower case alike
     * @param closed true or false
     * @param updatedSince changed after this time
     */
    @Get
    @Allowed(Scope.READ)
    ItemsView<TicketView> search(
            Caller caller,
            String connectionId,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String companyId,
            @QueryValue @Nullable String contactId,
            @QueryValue @Nullable String boardId,
            @QueryValue @Nullable String statusId,
            @QueryValue @Nullable String assigneeId,
            @QueryValue @Nullable String closed,
            @QueryValue @Nullable String updatedSince,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        ConnectionId connection = connection(connectionId);
        TicketQuery query =
                new TicketQuery()
                        .put("q", q)
                        .put("companyId", companyId)
                        .put("contactId", contactId)
                        .put("boardId", boardId)
                        .put("statusId", statusId)
                        .put("assigneeId", assigneeId)
                        .put("closed", closed)
                        .put("updatedSince", updatedSince);
        var filter = query.filter();
        CursorScope scope =
                new CursorScope(caller.tenant(), connection.value(), ROUTE, query.given());
        Listing listing = Listing.of(cursors, scope, cursor, limit);
        FromPsa<Page<Ticket>> found =
                tickets.search(
                        caller.tenant(),
                        connection,
                        filter,
                        new PageRequest(listing.after(), listing.size()));
        return listing.answer(
                found.value().items().stream()
                        .map(ticket -> TicketView.of(found.connection(), ticket))
                        .toList(),
                found.value().next());
    }

    /**
     * Reads one ticket.
     *
     * @param include {@code raw} adds the PSA's own JSON
     */
    @Get("/{ticketId}")
    @Allowed(Scope.READ)
    TicketView get(
            Caller caller,
            String connectionId,
            String ticketId,
            @QueryValue @Nullable String include) {
        boolean raw = rawJson.isWanted(include);
        FromPsa<Ticket> read =
                tickets.get(caller.tenant(), connection(connectionId), ticket(ticketId));
        return raw
                ? TicketView.of(read.connection(), read.value(), rawJson.of(read.value()))
                : TicketView.of(read);
    }

    /** Creates a ticket; without a board it goes to the connection's default board. */
    @Post
    @Allowed(Scope.WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<TicketView> create(Caller caller, String connectionId, @Body TicketBody body) {
        NewTicket wanted = body.toNewTicket();
        TicketView made =
                TicketView.of(
                        tickets.create(
                                caller.tenant(), caller.actor(), connection(connectionId), wanted));
        return HttpResponse.created(
                made, URI.create("/v1/connections/" + connectionId + "/tickets/" + made.id()));
    }

    /** Changes a ticket: absent keeps, null clears, a value sets. */
    @Patch("/{ticketId}")
    @Allowed(Scope.WRITE)
    @RequestBody(
            content = @Content(schema = @Schema(implementation = TicketChangeBody.Shape.class)))
    TicketView change(
            Caller caller,
            String connectionId,
            String ticketId,
            @Body io.psabridge.platform.web.Patch body) {
        TicketChange change = TicketChangeBody.read(body);
        return TicketView.of(
                tickets.update(
                        caller.tenant(),
                        caller.actor(),
                        connection(connectionId),
                        ticket(ticketId),
                        change));
    }

    private static ConnectionId connection(String id) {
        return new ConnectionId(PathId.of(id, "connection"));
    }

    private static Id<Ticket> ticket(String id) {
        return Id.of(PathId.of(id, "ticket"));
    }
}
