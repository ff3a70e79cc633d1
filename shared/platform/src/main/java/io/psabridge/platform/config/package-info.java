/** What the environment says. */
@NullMarked
package io.psabridge.platform.config;

import org.jspecify.annotations.NullMarked;
