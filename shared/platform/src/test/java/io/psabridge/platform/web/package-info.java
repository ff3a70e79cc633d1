@NullUnmarked
package io.psabridge.platform.web;

import org.jspecify.annotations.NullUnmarked;
