@NullUnmarked
package io.psabridge.platform.db;

import org.jspecify.annotations.NullUnmarked;
