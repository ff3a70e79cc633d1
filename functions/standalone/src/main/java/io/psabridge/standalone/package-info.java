/** Everything in one process: HTTP server, embedded PostgreSQL, local keys, sandbox PSA. */
@NullMarked
package io.psabridge.standalone;

import org.jspecify.annotations.NullMarked;
