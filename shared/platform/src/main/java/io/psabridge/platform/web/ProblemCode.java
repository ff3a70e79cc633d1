package io.psabridge.platform.web;

import java.util.Locale;

/**
 * Every code that a problem has today, with its HTTP status. Callers act on codes: they never
 * change.
 */
public enum ProblemCode {
    INVALID_REQUEST(400, "The request is not valid", false),
    INVALID_CURSOR(400, "The cursor does not belong to this list", false),
    UNAUTHENTICATED(401, "A valid token is needed", false),
    INSUFFICIENT_SCOPE(403, "The token does not allow this", false),
    NOT_FOUND(404, "Not found", false),
    METHOD_NOT_ALLOWED(405, "This path does not offer that verb", false),
    CONFLICT(409, "The state does not allow this", false),
    CONNECTION_PAUSED(409, "The connection is paused", false),
    PAYLOAD_TOO_LARGE(413, "The request body is too large", false),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body must be JSON", false),
    PSA_AUTHENTICATION_FAILED(422, "The PSA refuses the credentials", false),
    PSA_PERMISSION_DENIED(422, "The PSA account lacks a right", false),
    PSA_REJECTED(422, "The PSA rejected the request", false),
    PSA_SITE_NOT_ALLOWED(422, "This PSA address is not allowed", false),
    CAPABILITY_NOT_SUPPORTED(422, "This PSA does not offer that", false),
    STATUS_NOT_ON_BOARD(422, "The ticket's board has no such status", false),
    MEMBER_NOT_FOUND(422, "No PSA member is mapped to this user", false),
    RATE_LIMITED(429, "Too many attempts", true),
    PSA_UNAVAILABLE(502, "The PSA does not answer properly", true),
    PSA_BAD_RESPONSE(502, "The PSA's answer cannot be used", false),
    PSA_STATUS_NOT_APPLIED(502, "The PSA did not apply the status", false),
    PSA_RATE_LIMITED(503, "The PSA limits the rate of calls", true),
    TEMPORARILY_UNAVAILABLE(503, "Temporarily unavailable", true),
    PSA_TIMEOUT(504, "The PSA did not answer in time", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemCode(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /** The name in an answer, such as {@code not_found}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page about this code, relative to the server. */
    public String type() {
        return "/docs/problems#" + wireName();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether the very same request may do better later, unless the problem says otherwise. */
    public boolean retryable() {
        return retryable;
    }
}
