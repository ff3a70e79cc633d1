/** Work that is done later: rows of {@code work}, claimed with a lease. */
@NullMarked
package io.psabridge.platform.queue;

import org.jspecify.annotations.NullMarked;
