/** What a company of the sandbox holds: its records, members, rights and switches. */
@NullMarked
package io.psabridge.sandbox.data;

import org.jspecify.annotations.NullMarked;
