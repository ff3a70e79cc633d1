/**
 * The query language of ConnectWise: conditions, orderBy and fields, parsed and applied to records.
 */
@NullMarked
package io.psabridge.sandbox.query;

import org.jspecify.annotations.NullMarked;
