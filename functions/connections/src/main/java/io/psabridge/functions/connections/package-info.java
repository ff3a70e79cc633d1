/** Connections and the kinds of PSA, over HTTP. */
@NullMarked
package io.psabridge.functions.connections;

import org.jspecify.annotations.NullMarked;
