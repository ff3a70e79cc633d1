/** Tickets of a connection's PSA, and their statuses. */
@NullMarked
package io.psabridge.core.ticket;

import org.jspecify.annotations.NullMarked;
