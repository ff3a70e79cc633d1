/** A PSA that lives in memory, and its provider: the kit's own example, and a double for tests. */
@NullMarked
package io.psabridge.tck.memory;

import org.jspecify.annotations.NullMarked;
