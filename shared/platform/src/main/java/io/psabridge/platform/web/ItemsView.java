package io.psabridge.platform.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as the API answers it.
 *
 * @param nextCursor where the list goes on; absent at its end
 */
@Serdeable
public record ItemsView<T>(List<T> items, @Nullable String nextCursor) {

    public ItemsView {
        items = List.copyOf(items);
    }
}
