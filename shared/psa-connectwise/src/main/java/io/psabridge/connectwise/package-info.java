/** The ConnectWise PSA provider. {@code ConnectWiseApi} is the only class that does HTTP. */
@NullMarked
package io.psabridge.connectwise;

import org.jspecify.annotations.NullMarked;
