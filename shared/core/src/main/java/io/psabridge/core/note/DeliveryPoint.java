package io.psabridge.core.note;

/** Where a delivery can be when its process dies. */
public enum DeliveryPoint {
    /** Accepted; the transaction that stores it is not committed. */
    STORING,
    /** Stored, and marked as on its way; nothing is sent. */
    STORED,
    /** A worker claimed its ticket's notes; nothing is marked. */
    CLAIMED,
    /** A worker marked it as on its way; nothing is sent. */
    BEGUN,
    /** The PSA's answer, or none, is known; nothing of it is stored. */
    ANSWERED,
    /** What became of it is stored, and the transaction is not committed. */
    RECORDING,
    /** What became of it is stored. */
    RECORDED,
    /** It was looked for; nothing of what was found is stored. */
    LOOKED_UP,
    /** What the look-up showed is stored. */
    CONCLUDED
}
