/**
 * One tenant's PSA: where it is, how to sign in, how it is doing. The only place where credentials
 * are opened.
 */
@NullMarked
package io.psabridge.core.connection;

import org.jspecify.annotations.NullMarked;
