/** Whether the process can work. */
@NullMarked
package io.psabridge.platform.health;

import org.jspecify.annotations.NullMarked;
