/** What an operator's tasks ask of those who keep something. */
@NullMarked
package io.psabridge.core.maintenance;

import org.jspecify.annotations.NullMarked;
