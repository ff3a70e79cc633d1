/** What {@code /health} looks at. */
@NullMarked
package io.psabridge.core.health;

import org.jspecify.annotations.NullMarked;
