package io.psabridge.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.Ticket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever changes while pages are read, nothing is passed over. */
class SweepPositionTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyChangeIsSeenInTheEnd(long seed) {
        for (int run = 0; run < 50; run++) {
            busyPsa(new Random(seed * 1_000 + run));
        }
    }

    @Test
    void whatWasNotReadToItsEndIsAskedForFromTheSamePlace() {
        SweepPosition begun = SweepPosition.begin(START);
        Ticket late = ticket(9, START.plusSeconds(60));

        SweepPosition half = begun.after(new Page<>(List.of(late), "9"));
        SweepPosition whole = half.after(new Page<>(List.of(), null));

        assertThat(half.isAtItsEnd()).isFalse();
        assertThat(half.asksFrom()).isEqualTo(begun.asksFrom());
        assertThat(whole.isAtItsEnd()).isTrue();
        assertThat(whole.sweptUntil()).isEqualTo(late.updatedAt());
    }

    private static void busyPsa(Random random) {
        Psa psa = new Psa(random);
        Map<Integer, Instant> seen = new HashMap<>();
        SweepPosition position = SweepPosition.begin(START);
        for (int step = 0; step < 60; step++) {
            psa.change();
            position = swept(psa, position, seen);
        }
        psa.settle();
        position = toItsEnd(psa, position, seen);
        toItsEnd(psa, position, seen);

        assertThat(seen).containsAllEntriesOf(psa.changed);
    }

    private static SweepPosition toItsEnd(Psa psa, SweepPosition from, Map<Integer, Instant> seen) {
        SweepPosition position = from;
        do {
            position = swept(psa, position, seen);
        } while (!position.isAtItsEnd());
        return position;
    }

    private static SweepPosition swept(
            Psa psa, SweepPosition position, Map<Integer, Instant> seen) {
        Page<Ticket> page = psa.page(position);
        page.items()
                .forEach(ticket ->
                        seen.put(Integer.valueOf(ticket.id().value()), ticket.updatedAt()));
        return position.after(page);
    }

    private static Ticket ticket(int id, Instant updated) {
        return new Ticket(
                Id.of(Integer.toString(id)),
                "s",
                null,
                false,
                Map.of(),
                null,
                updated,
                URI.create("https://psa.example"),
                "{}");
    }

    /** Its writes show up to a minute after the time that they bear, in any order. */
    private static final class Psa {

        private static final int SIZE = 3;

        private final Random random;
        private final Map<Integer, Instant> changed = new HashMap<>();
        private final List<Write> hidden = new ArrayList<>();
        private Instant now = START;
        private int newest = 20;

        private Psa(Random random) {
            this.random = random;
        }

        void change() {
            now = now.plusSeconds(random.nextInt(40));
            for (int i = random.nextInt(6); i > 0; i--) {
                int id = random.nextInt(4) == 0 ? ++newest : 1 + random.nextInt(newest);
                hidden.add(new Write(id, now, now.plusSeconds(random.nextInt(60))));
            }
            show();
        }

        void settle() {
            now = now.plusSeconds(120);
            show();
        }

        private void show() {
            List<Write> due = hidden.stream().filter(it -> !it.shows().isAfter(now)).toList();
            hidden.removeAll(due);
            due.forEach(it -> changed.merge(it.id(), it.at(), (a, b) -> a.isAfter(b) ? a : b));
        }

        Page<Ticket> page(SweepPosition position) {
            String after = position.pageAfter();
            int below = after == null ? Integer.MAX_VALUE : Integer.parseInt(after);
            List<Ticket> rows =
                    changed.entrySet().stream()
                            .filter(row -> row.getValue().isAfter(position.asksFrom()))
                            .filter(row -> row.getKey() < below)
                            .sorted(
                                    Map.Entry.<Integer, Instant>comparingByKey(
                                            Comparator.reverseOrder()))
                            .map(row -> ticket(row.getKey(), row.getValue()))
                            .limit(SIZE)
                            .toList();
            return new Page<>(rows, rows.size() < SIZE ? null : rows.getLast().id().value());
        }
    }

    private record Write(int id, Instant at, Instant shows) {}
}
