/** What a PSA tells of its own accord, and what is asked for where it does not. */
@NullMarked
package io.psabridge.core.callback;

import org.jspecify.annotations.NullMarked;
