/** Statuses of tickets, over HTTP. */
@NullMarked
package io.psabridge.functions.statuses;

import org.jspecify.annotations.NullMarked;
