package io.psabridge.core.callback;

import io.psabridge.spi.Page;
import io.psabridge.spi.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far changed tickets were read, by the PSA's own times.
 *
 * @param sweptUntil what changed before this is known
 * @param pageAfter the last page's key, of a sweep that is not at its end
 * @param beginsNext where the next sweep begins, once this one is at its end
 */
record SweepPosition(Instant sweptUntil, @Nullable String pageAfter, @Nullable Instant beginsNext) {

    /** What changed shortly before is read again: a PSA's writes do not end in their order. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** As far as the PSA's clock may be from ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(15);

    /** Where to begin when all that is known is our own time. */
    static SweepPosition begin(Instant ours) {
        return at(ours.minus(CLOCKS_APART));
    }

    private static SweepPosition at(Instant moment) {
        return new SweepPosition(moment, null, null);
    }

    /** From when on changed tickets are asked for. */
    Instant asksFrom() {
        return sweptUntil.minus(OVERLAP);
    }

    boolean isAtItsEnd() {
        return pageAfter == null;
    }

    /**
     * The next sweep begins with what the first page showed, which is no later than when it was
     * read: what changes while the other pages are read is not passed over.
     */
    SweepPosition after(Page<Ticket> page) {
        Instant next = beginsNext == null ? latest(page) : beginsNext;
        return page.next() == null ? at(next) : new SweepPosition(sweptUntil, page.next(), next);
    }

    private Instant latest(Page<Ticket> page) {
        return Stream.concat(
                        Stream.of(sweptUntil),
                        page.items().stream().map(Ticket::updatedAt).filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElse(sweptUntil);
    }
}
