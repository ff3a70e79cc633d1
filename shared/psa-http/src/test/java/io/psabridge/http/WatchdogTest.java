package io.psabridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchdogTest {

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    private final Watchdog watchdog = new Watchdog();

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void anEarlierTimeComesFirstThoughALaterOneWasSetBefore() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch both = new CountDownLatch(2);

        watchdog.watch(200 * MILLISECOND, () -> note(done, "later", both));
        watchdog.watch(20 * MILLISECOND, () -> note(done, "earlier", both));

        assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("earlier", "later");
    }

    @Test
    void aClosedWatchDoesNothing() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch other = new CountDownLatch(1);

        Watchdog.Watch closed = watchdog.watch(20 * MILLISECOND, () -> done.add("closed"));
        closed.close();
        watchdog.watch(100 * MILLISECOND, () -> note(done, "other", other));

        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("other");
    }

    @Test
    void anActionThatFailsDoesNotStopTheOthers() throws Exception {
        CountDownLatch other = new CountDownLatch(1);

        watchdog.watch(
                0,
                () -> {
                    throw new IllegalStateException("a failing action, as this test wants it");
                });
        watchdog.watch(20 * MILLISECOND, other::countDown);

        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noneOfManyWatchesFromManyThreadsIsLost() throws Exception {
        int threads = 8;
        int each = 2000;
        AtomicInteger done = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(threads * each);
        for (int thread = 0; thread < threads; thread++) {
            int seed = thread;
            Thread.ofVirtual()
                    .start(() -> {
                        for (int i = 0; i < each; i++) {
                            watchdog.watch(
                                    (i * 31L + seed) % 50 * MILLISECOND,
                                    () -> {
                                        done.incrementAndGet();
                                        all.countDown();
                                    });
                        }
                    });
        }

        assertThat(all.await(15, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(threads * each);
    }

    private static void note(List<String> done, String what, CountDownLatch latch) {
        done.add(what);
        latch.countDown();
    }
}
