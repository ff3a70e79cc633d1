package io.psabridge.core.callback;

import io.psabridge.core.connection.ConnectionNow;
import io.psabridge.core.connection.Connections;
import io.psabridge.platform.keys.KeyUnavailableException;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Callbacks.Event;
import io.psabridge.spi.Callbacks.Message;
import io.psabridge.spi.Deadline;
import io.psabridge.spi.PsaException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a message comes from its connection's PSA, in the time that a PSA waits. */
@Singleton
final class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

    /** For the signing key, of the second within which a message is answered. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private static final Duration NEXT_TRY = Duration.ofSeconds(2);

    private final Connections connections;
    private final StoredSigningKeys keys;

    Verification(Connections connections, StoredSigningKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    /** Empty when the PSA signed something that means nothing here. */
    Optional<Event> event(ConnectionNow now, Message message) {
        try {
            Event event =
                    connections
                            .open(now, Deadline.in(PATIENCE))
                            .psa()
                            .callbacks()
                            .verify(message, keys.of(now));
            return Optional.of(event).filter(it -> PathId.isPossible(it.recordId()));
        } catch (PsaException e) {
            return notVerified(now, e);
        } catch (KeyUnavailableException e) {
            throw later("The keys of this connection cannot be had.");
        }
    }

    private static Optional<Event> notVerified(ConnectionNow now, PsaException failure) {
        return switch (failure.code()) {
            case UNAUTHENTICATED ->
                    throw Problem.unauthenticated(
                            "The message is not signed by the PSA of this connection.");
            case NOT_SUPPORTED -> throw Problem.notFound("callback");
            case UNEXPECTED_REPLY -> {
                LOG.info(
                        "The PSA of connection {} told something that means nothing here",
                        now.connection().id());
                yield Optional.empty();
            }
            default -> throw later("The key that the message is signed with cannot be had.");
        };
    }

    private static Problem later(String why) {
        return Problem.of(ProblemCode.RATE_LIMITED)
                .detail(why + " Send it again.")
                .retryAfter(NEXT_TRY)
                .build();
    }
}
