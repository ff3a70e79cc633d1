/** Notes on tickets: posted once, kept sealed. */
@NullMarked
package io.psabridge.core.note;

import org.jspecify.annotations.NullMarked;
