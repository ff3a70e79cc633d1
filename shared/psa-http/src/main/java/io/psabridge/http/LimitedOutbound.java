package io.psabridge.http;

/**
 * Sends a call once it has a place among the calls of its connection, and the gate lets it pass.
 */
final class LimitedOutbound implements Outbound {

    private final Outbound next;
    private final CallGate gate;
    private final Places places;

    LimitedOutbound(Outbound next, CallGate gate, Places places) {
        this.next = next;
        this.gate = gate;
        this.places = places;
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        Places.Place place = places.take(call.connection(), call.deadline());
        try {
            gate.beforeCall(call.connection());
            return next.send(call);
        } catch (OutboundException e) {
            boolean givenUp = call.deadline().passed() || Thread.currentThread().isInterrupted();
            if (e.written() && givenUp) {
                place.keepUntilItCouldHaveEnded();
            }
            throw e;
        } finally {
            place.leave();
        }
    }
}
