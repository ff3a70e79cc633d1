@NullUnmarked
package io.psabridge.platform.tenant;

import org.jspecify.annotations.NullUnmarked;
