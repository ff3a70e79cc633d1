/** A believable managed service provider, the same at every start. */
@NullMarked
package io.psabridge.sandbox.seed;

import org.jspecify.annotations.NullMarked;
