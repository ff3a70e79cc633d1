/** The ConnectWise PSA provider. {@code ConnectWiseApi} with its {@code WireApi} does all HTTP. */
@NullMarked
package io.psabridge.connectwise;

import org.jspecify.annotations.NullMarked;
