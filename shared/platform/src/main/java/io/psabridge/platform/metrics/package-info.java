/** Numbers about this process. They never name a tenant, a connection or a ticket. */
@NullMarked
package io.psabridge.platform.metrics;

import org.jspecify.annotations.NullMarked;
