@NullUnmarked
package io.psabridge.platform.queue;

import org.jspecify.annotations.NullUnmarked;
