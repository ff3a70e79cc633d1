package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a call up to three times: one that may be repeated after a failure that may pass, any other
 * only when it certainly was not written. Tells the gate of each 429.
 */
final class RetryingOutbound implements Outbound {

    private static final int TRIES = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> MAY_PASS = Set.of(502, 503, 504);
    private static final Duration UNTOLD = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Outbound next;
    private final CallGate gate;
    private final RetryTime time;

    RetryingOutbound(Outbound next, CallGate gate, RetryTime time) {
        this.next = next;
        this.gate = gate;
        this.time = time;
    }

    @Override
    public Reply send(Call call) throws OutboundException {
        Outcome last = attempt(call);
        for (int tries = 1; tries < TRIES; tries++) {
            Optional<Duration> pause = pause(call, last, tries);
            if (pause.isEmpty()
                    || pause.get().compareTo(call.deadline().remaining()) >= 0
                    || !time.sleep(pause.get())) {
                break;
            }
            Outcome repeated = attempt(call);
            if (repeated.isBusy()) {
                break; // not sent again: what the earlier try met says more
            }
            last = repeated.after(last);
        }
        return last.reply();
    }

    private Outcome attempt(Call call) {
        try {
            Reply reply = next.send(call);
            if (reply.status() == TOO_MANY_REQUESTS) {
                Duration rest = rest(reply);
                if (rest.isPositive()) {
                    gate.blocked(call.connection(), rest);
                }
            }
            return new Outcome.Answered(reply);
        } catch (OutboundException e) {
            return new Outcome.Failed(e);
        }
    }

    /** How long to wait before the next try; empty when there must be none. */
    private Optional<Duration> pause(Call call, Outcome outcome, int tries) {
        return switch (outcome) {
            case Outcome.Answered(Reply reply) ->
                    call.repeatable() ? pause(reply, tries) : Optional.empty();
            case Outcome.Failed(OutboundException failure) ->
                    mayPass(failure) && (call.repeatable() || !failure.written())
                            ? Optional.of(backoff(tries))
                            : Optional.empty();
        };
    }

    private Optional<Duration> pause(Reply reply, int tries) {
        if (reply.status() == TOO_MANY_REQUESTS) {
            return Optional.of(rest(reply).plus(backoff(tries)));
        }
        return MAY_PASS.contains(reply.status())
                ? Optional.of(
                        RetryAfter.of(reply, time.clock().instant())
                                .orElse(Duration.ZERO)
                                .plus(backoff(tries)))
                : Optional.empty();
    }

    private Duration rest(Reply tooMany) {
        return RetryAfter.of(tooMany, time.clock().instant()).orElse(UNTOLD);
    }

    private Duration backoff(int tries) {
        return time.upTo(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
    }

    /** A time-out after writing is left alone: asking a slow PSA again makes it slower. */
    private static boolean mayPass(OutboundException failure) {
        return failure.reason() == Reason.CONNECT_FAILED
                || failure.reason() == Reason.BROKEN
                || (failure.reason() == Reason.TIMEOUT && !failure.written());
    }
}
