/** What whoever runs a test may order and look at, in Java and over HTTP. */
@NullMarked
package io.psabridge.sandbox.control;

import org.jspecify.annotations.NullMarked;
