package io.psabridge.sandbox.query;

import org.jspecify.annotations.Nullable;

/** The names that a list can be filtered and sorted by. */
@FunctionalInterface
public interface Columns {

    /** Null when there is no such name. */
    @Nullable Column find(String name);
}
