/** Drives notes through faults, lost databases and killed processes, and counts what arrived. */
@NullMarked
package io.psabridge.core.reliability;

import org.jspecify.annotations.NullMarked;
