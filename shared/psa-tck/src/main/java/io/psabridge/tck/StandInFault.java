package io.psabridge.tck;

/** What a PSA, or what lies before it, can do wrong. In force until the stand-in's reset. */
public enum StandInFault {
    /** The connection breaks before anything is done. */
    RESET_BEFORE_COMMIT,
    /** The work is done, then the connection breaks without an answer. */
    RESET_AFTER_COMMIT,
    /** The connection stays open and silent. */
    NO_ANSWER,
    /** One byte a second. */
    DRIP,
    /** An answer that never ends, as fast as it can. */
    ENDLESS_BODY,

    BAD_REQUEST_400,
    KEYS_REVOKED_401,
    FORBIDDEN_403,
    MISSING_404,
    REFUSED_422,
    /**
     * 429 with {@code Retry-After: 30} and a JSON body that has {@code error} in place of a code.
     */
    RATE_LIMITED_JSON,
    /** 429 with {@code Retry-After: 30} and a gateway's page. */
    RATE_LIMITED_HTML,
    /** 429 with {@code Retry-After: 30} and no body. */
    RATE_LIMITED_EMPTY,
    SERVER_ERROR_500,
    HTML_502,
    HTML_503,

    /** The work is done, the answer is a gateway's page with status 200. */
    HTML_200,
    EMPTY_200,
    /** Half of the right answer. */
    TRUNCATED_JSON,
    /** The literal {@code null}. */
    NULL_200,
    /** An error body with status 200. */
    ERROR_BODY_200,
    /** A list for an object, an object for a list. */
    WRONG_SHAPE_200,

    /**
     * Says yes and shows, and keeps, what was there before; a new record lacks what can be left
     * out.
     */
    WRITE_WITHOUT_EFFECT,
    /** Says yes and shows what was asked; a rule then puts the old status back. */
    WORKFLOW_UNDOES_STATUS,

    /** Each page has half of the rows that were asked for, at least one, though more are there. */
    SHORT_PAGES,
    /** Every page is the first one. */
    IGNORES_PAGE_KEY,

    /** Bad keys are answered with 404. */
    WRONG_KEYS_AS_404,
    /** The answer sends the client to a listener that is not the PSA. */
    REDIRECTS_ELSEWHERE,
    /** A list's link to its next page leads to a listener that is not the PSA. */
    NEXT_LINK_ELSEWHERE,

    /** Every member that may be absent is {@code null}. */
    NULL_MEMBERS,
    /** Every member that may be absent is. */
    ABSENT_MEMBERS,
    /** Every reference that may be absent is an empty object. */
    EMPTY_REFERENCES,
    /** Each record has members, and each free enumeration a value, that nobody knows yet. */
    UNKNOWN_MEMBERS
}
