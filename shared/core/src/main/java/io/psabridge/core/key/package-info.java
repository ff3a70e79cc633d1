/** Our own keys, sealed in the database. */
@NullMarked
package io.psabridge.core.key;

import org.jspecify.annotations.NullMarked;
