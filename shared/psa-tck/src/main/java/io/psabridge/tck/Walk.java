package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list to its end, as a sync does. */
final class Walk {

    private static final int ENOUGH = 500;

    private Walk() {}

    static <T> List<T> all(int size, Function<PageRequest, Page<T>> list) {
        return from(list.apply(PageRequest.first(size)), size, list);
    }

    /** Goes on after a first page that was read before. */
    static <T> List<T> from(Page<T> first, int size, Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>(first.items());
        String next = first.next();
        for (int pages = 1; next != null; pages++) {
            assertThat(pages).as("A sync would never end: pages read").isLessThan(ENOUGH);
            Page<T> page = list.apply(new PageRequest(next, size));
            assertThat(page.items())
                    .as("A page may not be larger than asked")
                    .hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
