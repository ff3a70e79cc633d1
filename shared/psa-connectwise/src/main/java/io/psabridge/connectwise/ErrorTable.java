package io.psabridge.connectwise;

import static io.psabridge.spi.PsaErrorCode.INVALID_REQUEST;
import static io.psabridge.spi.PsaErrorCode.MEMBER_NOT_FOUND;
import static io.psabridge.spi.PsaErrorCode.NOT_FOUND;
import static io.psabridge.spi.PsaErrorCode.PERMISSION_DENIED;
import static io.psabridge.spi.PsaErrorCode.RATE_LIMITED;
import static io.psabridge.spi.PsaErrorCode.REJECTED;
import static io.psabridge.spi.PsaErrorCode.SITE_NOT_ALLOWED;
import static io.psabridge.spi.PsaErrorCode.STATUS_NOT_ON_BOARD;
import static io.psabridge.spi.PsaErrorCode.TIMEOUT;
import static io.psabridge.spi.PsaErrorCode.UNAUTHENTICATED;
import static io.psabridge.spi.PsaErrorCode.UNAVAILABLE;
import static io.psabridge.spi.PsaErrorCode.UNEXPECTED_REPLY;

import io.psabridge.http.OutboundException;
import io.psabridge.spi.PsaErrorCode;

/** The one place that turns what ConnectWise answers into codes. The first row that fits counts. */
final class ErrorTable {

    private static final String CANNOT_ROUTE = "Cannot route";
    private static final String NO_ENDPOINT = "endpoint does not exist";

    private ErrorTable() {}

    static PsaErrorCode code(Refusal refusal) {
        int status = refusal.status();
        if (status >= 300 && status < 400) {
            return SITE_NOT_ALLOWED;
        }
        if (status == 429) {
            return RATE_LIMITED;
        }
        if (status >= 500 && status < 600) {
            return UNAVAILABLE;
        }
        if (refusal.says(CANNOT_ROUTE)) {
            return UNAUTHENTICATED;
        }
        return switch (status) {
            case 400 -> badRequest(refusal);
            case 401 -> UNAUTHENTICATED;
            case 403 -> refusal.says("SSL is required") ? SITE_NOT_ALLOWED : PERMISSION_DENIED;
            case 404 -> isNoEndpoint(refusal) ? UNEXPECTED_REPLY : NOT_FOUND;
            case 408 -> TIMEOUT;
            case 405, 406, 409, 410, 412, 413, 415, 422, 423 -> REJECTED;
            default -> UNEXPECTED_REPLY;
        };
    }

    static PsaErrorCode code(OutboundException.Reason reason) {
        return switch (reason) {
            case INVALID -> INVALID_REQUEST;
            case NOT_ALLOWED -> SITE_NOT_ALLOWED;
            case UNKNOWN_HOST, CONNECT_FAILED, TLS_FAILED, BROKEN -> UNAVAILABLE;
            case TIMEOUT -> TIMEOUT;
            case TOO_LARGE -> UNEXPECTED_REPLY;
            case BUSY -> RATE_LIMITED;
        };
    }

    /** Whether the server lacks the call itself, rather than the record. */
    static boolean isNoEndpoint(Refusal refusal) {
        return refusal.says(NO_ENDPOINT);
    }

    static boolean isCannotRoute(Refusal refusal) {
        return refusal.says(CANNOT_ROUTE);
    }

    /** Whether the server did not understand a body or version, rather than mind its content. */
    static boolean isVersionDrift(Refusal refusal) {
        return refusal.says("Could not find member")
                || refusal.says("not supported by this endpoint");
    }

    private static PsaErrorCode badRequest(Refusal refusal) {
        if (refusal.says("SSL is required")) {
            return SITE_NOT_ALLOWED;
        }
        for (Refusal.Fault fault : refusal.errors()) {
            if (fault.code().equals("NotFound") && fault.field().startsWith("status")) {
                return STATUS_NOT_ON_BOARD;
            }
            if (fault.code().equals("NotFound") && fault.field().startsWith("member")) {
                return MEMBER_NOT_FOUND;
            }
        }
        return REJECTED;
    }
}
