/** Tickets and their links to the application's records, over HTTP. */
@NullMarked
package io.psabridge.functions.tickets;

import org.jspecify.annotations.NullMarked;
