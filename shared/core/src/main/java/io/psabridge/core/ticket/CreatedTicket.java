package io.psabridge.core.ticket;

import io.psabridge.core.connection.FromPsa;
import io.psabridge.spi.Ticket;

/**
 * A ticket that is there now.
 *
 * @param deduplicated whether it was made by another request with the same dedupe key
 */
public record CreatedTicket(FromPsa<Ticket> ticket, boolean deduplicated) {}
