/** Notes on tickets, over HTTP. */
@NullMarked
package io.psabridge.functions.notes;

import org.jspecify.annotations.NullMarked;
