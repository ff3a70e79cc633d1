/** What every HTTP function must do as AWS runs it. */
@NullMarked
package io.psabridge.functiontck;

import org.jspecify.annotations.NullMarked;
