@NullMarked
package io.psabridge.sandbox;

import org.jspecify.annotations.NullMarked;
