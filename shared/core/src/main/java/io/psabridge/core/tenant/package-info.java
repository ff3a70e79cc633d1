/** Which tenants there are. */
@NullMarked
package io.psabridge.core.tenant;

import org.jspecify.annotations.NullMarked;
