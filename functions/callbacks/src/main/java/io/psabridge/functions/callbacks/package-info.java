/** What PSAs post, over HTTP. */
@NullMarked
package io.psabridge.functions.callbacks;

import org.jspecify.annotations.NullMarked;
