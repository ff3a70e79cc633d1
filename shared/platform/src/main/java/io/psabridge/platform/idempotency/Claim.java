package io.psabridge.platform.idempotency;

/** What becomes of a request that carries a key. */
sealed interface Claim {

    /**
     * It is ours to do.
     *
     * @param number counts the attempts under this key, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares claims
    record Granted(byte[] keyMac, Attempt attempt, int number) implements Claim {}

    /** It was done; this was the answer. */
    record Answered(KeptAnswer answer) implements Claim {}

    /** Somebody is at it. */
    record InProgress() implements Claim {}

    /** The key belongs to another request. */
    record OtherRequest() implements Claim {}
}
