/** A ConnectWise PSA that behaves like the real one, on loopback. */
@NullMarked
package io.psabridge.sandbox;

import org.jspecify.annotations.NullMarked;
