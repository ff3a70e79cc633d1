package io.psabridge.spi;

/** What went wrong, in terms a caller can act on. */
public enum PsaErrorCode {
    /** The request can't be right for any PSA of this kind, such as an id that is no number. */
    INVALID_REQUEST,
    /** The PSA refuses the keys. */
    UNAUTHENTICATED,
    /** The keys are good, their role lacks a right. */
    PERMISSION_DENIED,
    NOT_FOUND,
    /** The PSA understood and refused, such as a text that is too long or a missing field. */
    REJECTED,
    /** This kind of PSA cannot do it. */
    NOT_SUPPORTED,
    /** The address is not one that we connect to, or there is no such PSA. */
    SITE_NOT_ALLOWED,
    STATUS_NOT_ON_BOARD,
    MEMBER_NOT_FOUND,
    /** The PSA said yes and the record shows another state. */
    NOT_APPLIED,
    RATE_LIMITED,
    /** No complete answer in time. */
    TIMEOUT,
    /** The PSA is down, or cannot be reached. */
    UNAVAILABLE,
    /** An answer that no PSA of this kind should give. */
    UNEXPECTED_REPLY
}
