package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says in our words why there is no answer. */
final class Failures {

    private Failures() {}

    static OutboundException of(String host, Attempt attempt, Exception cause) {
        boolean written = attempt.written();
        Reason reason = attempt.stopped() ? Reason.TIMEOUT : reason(written, cause);
        return new OutboundException(
                reason,
                written,
                message(reason, host, written, cause),
                cause,
                reason == Reason.BUSY ? Places.COME_BACK : null);
    }

    private static Reason reason(boolean written, Exception cause) {
        return switch (cause) {
            case GuardedResolver.NotAllowedException e -> Reason.NOT_ALLOWED;
            case SystemLookup.LookupTimeoutException e -> Reason.TIMEOUT;
            case UnknownHostException e -> Reason.UNKNOWN_HOST;
            case ConnectionRequestTimeoutException e -> Reason.BUSY;
            case SocketTimeoutException e -> Reason.TIMEOUT;
            case ContentTooLongException e -> Reason.TOO_LARGE;
            case MessageConstraintException e -> Reason.TOO_LARGE;
            case SSLException e when !written -> Reason.TLS_FAILED;
            default -> written ? Reason.BROKEN : Reason.CONNECT_FAILED;
        };
    }

    private static String message(Reason reason, String host, boolean written, Exception cause) {
        return switch (reason) {
            case INVALID -> "The call to " + host + " cannot be sent as it is";
            case NOT_ALLOWED -> host + " leads to an address that is not on the public internet";
            case UNKNOWN_HOST -> "There is no host " + host;
            case CONNECT_FAILED -> host + " accepts no connection";
            case TLS_FAILED -> host + TlsFailures.reason(cause);
            case TIMEOUT ->
                    written
                            ? host + " gave no whole answer in time"
                            : host + " could not be reached in time";
            case BROKEN -> host + " broke the connection, or its answer is no HTTP";
            case TOO_LARGE -> host + " gave an answer that is too long";
            case BUSY -> "Too many calls at once leave for PSAs";
        };
    }
}
