package io.psabridge.connectwise;

import io.psabridge.connectwise.ConnectWiseApi.Attempt;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a ticket on its route: service tickets first, then project tickets. */
final class TicketFinder {

    private final ConnectWiseApi api;

    TicketFinder(ConnectWiseApi api) {
        this.api = api;
    }

    /** A ticket's record and where it is. */
    record Found(TicketRoute route, WireReply answer) {}

    /** Fails with NOT_FOUND when neither route has it. */
    Found find(int ticket) {
        WireRequest asked = WireRequest.get(TicketRoute.SERVICE.path(ticket));
        Attempt first = api.attempt(asked);
        Found found = elseOnProjectRoute(ticket, first);
        if (found == null && api.moved()) {
            first = api.attempt(asked);
            found = elseOnProjectRoute(ticket, first);
        }
        if (found == null) {
            throw api.missing(asked, first.refusal());
        }
        return found;
    }

    /** Sends to the route that has the ticket, the likelier first; never twice to one. */
    WireReply write(int ticket, Function<TicketRoute, WireRequest> request) {
        WireRequest likely = request.apply(TicketRoute.SERVICE);
        Attempt attempt = api.attempt(likely);
        if (attempt.answer() != null) {
            return attempt.answer();
        }
        String codebase = api.company().codebase();
        TicketRoute route = find(ticket).route();
        if (route == TicketRoute.SERVICE && codebase.equals(api.company().codebase())) {
            throw api.missing(likely, attempt.refusal());
        }
        return api.call(request.apply(route));
    }

    WireReply patch(int ticket, List<Map<String, Object>> operations, Right... rights) {
        return write(ticket, route -> WireRequest.patch(route.path(ticket), operations, rights));
    }

    /** Reads a ticket after it was written. */
    WireReply readBack(int ticket) {
        return AfterWrite.run(() -> find(ticket).answer());
    }

    private @Nullable Found elseOnProjectRoute(int ticket, Attempt onServiceRoute) {
        if (onServiceRoute.answer() != null) {
            return new Found(TicketRoute.SERVICE, onServiceRoute.answer());
        }
        WireReply answer = api.attempt(WireRequest.get(TicketRoute.PROJECT.path(ticket))).answer();
        return answer == null ? null : new Found(TicketRoute.PROJECT, answer);
    }
}
