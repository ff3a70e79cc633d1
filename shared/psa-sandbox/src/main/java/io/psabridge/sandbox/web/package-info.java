/** HTTP: requests in, answers and faults out. */
@NullMarked
package io.psabridge.sandbox.web;

import org.jspecify.annotations.NullMarked;
