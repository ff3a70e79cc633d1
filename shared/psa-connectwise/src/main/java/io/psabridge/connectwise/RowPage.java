package io.psabridge.connectwise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list.
 *
 * @param next the key after which the list goes on; absent when nothing follows
 */
record RowPage(List<WireObject> rows, @Nullable String next) {

    RowPage {
        rows = List.copyOf(rows);
    }
}
