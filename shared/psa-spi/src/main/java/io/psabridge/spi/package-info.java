/** What a PSA is: a kind of PSA opens one PSA, which has parts. The same for every vendor. */
@NullMarked
package io.psabridge.spi;

import org.jspecify.annotations.NullMarked;
