/** Wrapping of data keys, and sealing with them. */
@NullMarked
package io.psabridge.platform.keys;

import org.jspecify.annotations.NullMarked;
