/** What was done to a tenant's things, and by whom. */
@NullMarked
package io.psabridge.core.audit;

import org.jspecify.annotations.NullMarked;
