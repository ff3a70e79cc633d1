/** The tables, their roles and walls. */
@NullMarked
package io.psabridge.core.migration;

import org.jspecify.annotations.NullMarked;
