/** The endpoints, as ConnectWise answers them. */
@NullMarked
package io.psabridge.sandbox.api;

import org.jspecify.annotations.NullMarked;
