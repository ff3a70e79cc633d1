package io.psabridge.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No whole answer. The message names host and reason, and holds no query, header or body. */
public final class OutboundException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why there is no answer. */
    public enum Reason {
        /** The call itself is wrong, such as an unreadable CA certificate: nothing was sent. */
        INVALID,
        /** The address is not one that we connect to: nothing was sent, not even a handshake. */
        NOT_ALLOWED,
        UNKNOWN_HOST,
        CONNECT_FAILED,
        TLS_FAILED,
        /** The deadline passed, or a connect or read time-out. */
        TIMEOUT,
        /** The connection broke. */
        BROKEN,
        TOO_LARGE,
        /** Too many calls at once for this connection, or it is blocked after a 429. */
        BUSY
    }

    private final Reason reason;
    private final boolean written;
    private final transient @Nullable Duration retryAfter;

    public OutboundException(
            Reason reason, boolean written, String message, @Nullable Throwable cause) {
        this(reason, written, message, cause, null);
    }

    public OutboundException(
            Reason reason,
            boolean written,
            String message,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        super(message, cause);
        this.reason = reason;
        this.written = written;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** False only when the peer certainly saw nothing of the request. */
    public boolean written() {
        return written;
    }

    /** With BUSY: when to come back. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
