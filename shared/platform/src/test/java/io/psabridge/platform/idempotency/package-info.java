@NullUnmarked
package io.psabridge.platform.idempotency;

import org.jspecify.annotations.NullUnmarked;
