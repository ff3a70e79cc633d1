/** What an operator or a deployment runs, never HTTP. */
@NullMarked
package io.psabridge.functions.maintenance;

import org.jspecify.annotations.NullMarked;
