package io.psabridge.functions.statuses;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.ticket.StatusService;
import io.psabridge.core.ticket.StatusTarget;
import io.psabridge.core.ticket.TicketView;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Id;
import io.psabridge.spi.Ticket;

/** The statuses of a ticket. */
@Controller("/v1/connections/{connectionId}/tickets/{ticketId}")
final class StatusController {

    private final StatusService statuses;

    StatusController(StatusService statuses) {
        this.statuses = statuses;
    }

    /** Lists the statuses of the board that the ticket is on. */
    @Get("/statuses")
    @Allowed(Scope.READ)
    ItemsView<StatusView> list(Caller caller, String connectionId, String ticketId) {
        return new ItemsView<>(
                statuses.of(caller.tenant(), connection(connectionId), ticket(ticketId)).stream()
                        .map(StatusView::of)
                        .toList(),
                null);
    }

    /** Changes the status, and reads it back from the PSA. */
    @Put("/status")
    @Allowed(Scope.WRITE)
    TicketView change(Caller caller, String connectionId, String ticketId, @Body StatusBody body) {
        StatusTarget target = body.toTarget();
        return TicketView.of(
                statuses.change(
                        caller.tenant(),
                        caller.actor(),
                        connection(connectionId),
                        ticket(ticketId),
                        target));
    }

    private static ConnectionId connection(String id) {
        return new ConnectionId(PathId.of(id, "connection"));
    }

    private static Id<Ticket> ticket(String id) {
        return Id.of(PathId.of(id, "ticket"));
    }
}
