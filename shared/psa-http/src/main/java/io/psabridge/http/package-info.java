/**
 * Guarded outbound HTTP: the only way in which a request leaves for an address that a customer
 * typed.
 */
@NullMarked
package io.psabridge.http;

import org.jspecify.annotations.NullMarked;
