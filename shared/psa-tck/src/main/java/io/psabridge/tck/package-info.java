/** What every provider must do, as tests that a provider runs against its PSA's stand-in. */
@NullMarked
package io.psabridge.tck;

import org.jspecify.annotations.NullMarked;
