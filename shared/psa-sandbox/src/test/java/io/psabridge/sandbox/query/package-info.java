@NullMarked
package io.psabridge.sandbox.query;

import org.jspecify.annotations.NullMarked;
