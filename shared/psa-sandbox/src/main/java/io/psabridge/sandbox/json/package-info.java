/** JSON as ordered maps, lists and plain values; nothing is ever a Java null. */
@NullMarked
package io.psabridge.sandbox.json;

import org.jspecify.annotations.NullMarked;
