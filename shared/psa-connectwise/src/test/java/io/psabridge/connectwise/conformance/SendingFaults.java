package io.psabridge.connectwise.conformance;

import io.psabridge.http.Header;
import io.psabridge.http.Outbound;
import io.psabridge.http.OutboundException;
import io.psabridge.http.Reply;
import io.psabridge.spi.Deadline;
import io.psabridge.tck.KitFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Wrong ways to send, to send again, and to take a refusal or silence. */
final class SendingFaults {

    static final Map<KitFault, UnaryOperator<Outbound>> ALL =
            Map.ofEntries(
                    Map.entry(KitFault.REPEATS_A_POST_AFTER_A_RESET, SendingFaults::postsAgain),
                    Map.entry(KitFault.GIVES_UP_AFTER_A_RESET, SendingFaults::resetIsNoEffect),
                    Map.entry(
                            KitFault.SAYS_NO_EFFECT_WHEN_UNKNOWN, SendingFaults::silenceIsNoEffect),
                    Map.entry(
                            KitFault.RETRIES_A_REFUSAL,
                            right -> twice(right, Set.of(400, 401, 403, 422))),
                    Map.entry(KitFault.IGNORES_RETRY_AFTER, right -> twice(right, Set.of(429))),
                    Map.entry(KitFault.RATE_LIMIT_BY_BODY, SendingFaults::rateLimitIsJson),
                    Map.entry(KitFault.NOT_FOUND_FOR_BAD_KEYS, SendingFaults::badKeysAreNoTicket),
                    Map.entry(KitFault.BAD_KEYS_FOR_AN_OUTAGE, SendingFaults::outageIsBadKeys),
                    Map.entry(KitFault.SECRET_IN_MESSAGE, SendingFaults::saysWithWhichKeys),
                    Map.entry(KitFault.KEYS_TO_ANOTHER_HOST, SendingFaults::followsRedirects),
                    Map.entry(KitFault.HANGS, SendingFaults::waitsForLong),
                    Map.entry(KitFault.STATE_SHARED_BETWEEN_TENANTS, SendingFaults::keepsKeys));

    private SendingFaults() {}

    private static Outbound postsAgain(Outbound right) {
        return call -> {
            try {
                return right.send(call);
            } catch (OutboundException e) {
                if (e.reason() != OutboundException.Reason.BROKEN) {
                    throw e;
                }
                return right.send(call);
            }
        };
    }

    private static Outbound resetIsNoEffect(Outbound right) {
        return call -> {
            try {
                return right.send(call);
            } catch (OutboundException e) {
                throw e.reason() == OutboundException.Reason.BROKEN
                        ? Rewritten.asIfUnwritten(e)
                        : e;
            }
        };
    }

    private static Outbound silenceIsNoEffect(Outbound right) {
        return call -> {
            try {
                return right.send(call);
            } catch (OutboundException e) {
                throw Rewritten.asIfUnwritten(e);
            }
        };
    }

    private static Outbound twice(Outbound right, Set<Integer> statuses) {
        return call -> {
            Reply reply = right.send(call);
            return statuses.contains(reply.status()) ? right.send(call) : reply;
        };
    }

    private static Outbound rateLimitIsJson(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            return reply.status() == 429 && !reply.text().startsWith("{")
                    ? Rewritten.status(reply, 403)
                    : reply;
        };
    }

    private static Outbound badKeysAreNoTicket(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            if (reply.status() != 401) {
                return reply;
            }
            return call.uri().getRawPath().matches(".*/[0-9]+")
                    ? Rewritten.status(reply, 404)
                    : Rewritten.json(200, List.of());
        };
    }

    private static Outbound outageIsBadKeys(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            return reply.status() >= 500 ? Rewritten.status(reply, 401) : reply;
        };
    }

    private static Outbound saysWithWhichKeys(Outbound right) {
        return call -> {
            try {
                return right.send(call);
            } catch (OutboundException e) {
                throw new OutboundException(
                        e.reason(),
                        e.written(),
                        e.getMessage() + ", signed in as " + keys(call.headers()),
                        e.getCause());
            }
        };
    }

    private static Outbound followsRedirects(Outbound right) {
        return call -> {
            Reply reply = right.send(call);
            Optional<String> location = reply.header("Location");
            return reply.status() / 100 == 3 && location.isPresent()
                    ? right.send(Rewritten.target(call, URI.create(location.get())))
                    : reply;
        };
    }

    private static Outbound waitsForLong(Outbound right) {
        return call -> right.send(Rewritten.deadline(call, Deadline.in(Duration.ofMinutes(5))));
    }

    /** Whoever signs in first signs in for all. */
    private static Outbound keepsKeys(Outbound right) {
        AtomicReference<List<Header>> first = new AtomicReference<>(List.of());
        return call -> {
            if (call.headers().stream().noneMatch(SendingFaults::isSignIn)) {
                return right.send(call);
            }
            List<Header> kept =
                    first.updateAndGet(known -> known.isEmpty() ? call.headers() : known);
            return right.send(Rewritten.headers(call, kept));
        };
    }

    private static String keys(List<Header> headers) {
        return headers.stream()
                .filter(SendingFaults::isSignIn)
                .map(header -> header.value().substring("Basic ".length()))
                .map(pair -> new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("nobody");
    }

    private static boolean isSignIn(Header header) {
        return header.name().equals("Authorization");
    }
}
