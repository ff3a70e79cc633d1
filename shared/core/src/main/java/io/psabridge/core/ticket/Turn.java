package io.psabridge.core.ticket;

/**
 * The right to send a ticket that is made once.
 *
 * @param attempt counts how often it was sent, from 1
 * @param forgotten whether the PSA may have it from a time of which a restored backup knows nothing
 */
record Turn(int attempt, boolean forgotten) {}
