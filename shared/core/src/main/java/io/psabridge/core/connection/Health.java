package io.psabridge.core.connection;

import io.psabridge.spi.PsaException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the PSA's last answers made us think of a connection.
 *
 * @param code the problem code of what went wrong; absent when nothing did
 */
public record Health(State state, @Nullable String code, @Nullable String message) {

    public static final Health GOOD = new Health(State.OK, null, null);

    /** As kept in the database. */
    public enum State {
        OK(ConnectionStatus.ACTIVE),
        UNAUTHORIZED(ConnectionStatus.UNAUTHORIZED),
        UNREACHABLE(ConnectionStatus.DEGRADED),
        LIMITED(ConnectionStatus.LIMITED);

        private final ConnectionStatus status;

        State(ConnectionStatus status) {
            this.status = status;
        }
    }

    public ConnectionStatus status() {
        return state.status;
    }

    /** What a failed call says about the connection as a whole; empty when it says nothing. */
    static Optional<Health> after(PsaException failure) {
        return switch (failure.code()) {
            case UNAUTHENTICATED -> Optional.of(of(State.UNAUTHORIZED, failure));
            case TIMEOUT, UNAVAILABLE, SITE_NOT_ALLOWED ->
                    Optional.of(of(State.UNREACHABLE, failure));
            case PERMISSION_DENIED -> Optional.of(of(State.LIMITED, failure));
            default -> Optional.empty();
        };
    }

    private static Health of(State state, PsaException failure) {
        return new Health(state, PsaProblems.code(failure).wireName(), failure.getMessage());
    }
}
