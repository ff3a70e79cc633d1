@NullUnmarked
package io.psabridge.testing;

import org.jspecify.annotations.NullUnmarked;
