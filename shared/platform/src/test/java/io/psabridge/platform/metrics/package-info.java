@NullUnmarked
package io.psabridge.platform.metrics;

import org.jspecify.annotations.NullUnmarked;
