@NullUnmarked
package io.psabridge.platform.config;

import org.jspecify.annotations.NullUnmarked;
