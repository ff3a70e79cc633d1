/** Whose data it is. */
@NullMarked
package io.psabridge.platform.tenant;

import org.jspecify.annotations.NullMarked;
