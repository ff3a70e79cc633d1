/** What tests share: a PostgreSQL, and a function under its runtime client. */
@NullMarked
package io.psabridge.testing;

import org.jspecify.annotations.NullMarked;
