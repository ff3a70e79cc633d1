/** Sessions of the page on which a person connects a PSA. */
@NullMarked
package io.psabridge.core.session;

import org.jspecify.annotations.NullMarked;
