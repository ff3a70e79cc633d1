package io.psabridge.sandbox.seed;

/** How much a new company holds. */
public enum World {
    /** A service provider at work: customers, people, boards, tickets and notes. */
    FULL,
    /** The same without tickets and notes. */
    BASIC,
    /** An API member and nothing else. */
    EMPTY
}
