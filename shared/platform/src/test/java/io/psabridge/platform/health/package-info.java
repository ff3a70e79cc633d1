@NullUnmarked
package io.psabridge.platform.health;

import org.jspecify.annotations.NullUnmarked;
