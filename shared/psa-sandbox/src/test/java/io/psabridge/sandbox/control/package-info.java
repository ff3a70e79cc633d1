@NullMarked
package io.psabridge.sandbox.control;

import org.jspecify.annotations.NullMarked;
