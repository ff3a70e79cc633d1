@NullUnmarked
package io.psabridge.platform.keys;

import org.jspecify.annotations.NullUnmarked;
