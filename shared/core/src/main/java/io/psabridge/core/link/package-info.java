/** What ties a record of the application to a ticket. */
@NullMarked
package io.psabridge.core.link;

import org.jspecify.annotations.NullMarked;
