/** Transactions that know their tenant, and the pool they run on. */
@NullMarked
package io.psabridge.platform.db;

import org.jspecify.annotations.NullMarked;
