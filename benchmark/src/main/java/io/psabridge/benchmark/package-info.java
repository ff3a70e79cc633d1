/** Measures the built artifacts as they run in earnest, and writes what it finds. */
@NullMarked
package io.psabridge.benchmark;

import org.jspecify.annotations.NullMarked;
