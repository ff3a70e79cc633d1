package io.psabridge.core.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket that was to be made once.
 *
 * @param made whether the ticket is there; else it may be, or not
 * @param attempt counts how often it was sent, from 1
 * @param startedAt when it was first sent
 * @param settlesIn how long "it is not there" is not to be believed yet
 * @param ticketId the ticket; of one that is not made, what the key named before
 */
record TicketCreateRow(
        boolean made,
        String reservedId,
        int attempt,
        Instant startedAt,
        Duration settlesIn,
        @Nullable String ticketId) {}
