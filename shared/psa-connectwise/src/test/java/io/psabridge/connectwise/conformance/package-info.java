/** The kit's tests of every provider, run on this one in front of a sandbox. */
@NullMarked
package io.psabridge.connectwise.conformance;

import org.jspecify.annotations.NullMarked;
