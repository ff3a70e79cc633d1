package io.psabridge.sandbox.query;

import org.jspecify.annotations.Nullable;

/** A test of one value; null is a value that is not there. */
@FunctionalInterface
interface ValueTest {

    boolean passes(@Nullable Object value);
}
