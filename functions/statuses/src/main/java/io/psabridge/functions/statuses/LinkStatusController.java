package io.psabridge.functions.statuses;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.psabridge.core.link.LinkId;
import io.psabridge.core.link.LinkService;
import io.psabridge.core.link.TicketLink;
import io.psabridge.core.ticket.StatusService;
import io.psabridge.core.ticket.StatusTarget;
import io.psabridge.core.ticket.TicketView;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;

/** The status of a link's ticket. */
@Controller("/v1/ticket-links/{id}/status")
final class LinkStatusController {

    private final StatusService statuses;
    private final LinkService links;

    LinkStatusController(StatusService statuses, LinkService links) {
        this.statuses = statuses;
        this.links = links;
    }

    /** Changes the status of the linked ticket, and reads it back from the PSA. */
    @Put
    @Allowed(Scope.WRITE)
    TicketView change(Caller caller, String id, @Body StatusBody body) {
        StatusTarget target = body.toTarget();
        LinkId linkId = new LinkId(PathId.of(id, "ticket link"));
        TicketLink link = links.get(caller.tenant(), linkId);
        return TicketView.of(
                statuses.change(
                        caller.tenant(),
                        caller.actor(),
                        link.connection(),
                        link.ticketId(),
                        target));
    }
}
