package io.psabridge.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyUnavailableException;
import io.psabridge.platform.keys.KeyWrapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyHealthTest {

    private final Keeper keeper = new Keeper();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final KeyHealth health = new KeyHealth(keeper, now::get);

    @Test
    void aStormOfQuestionsIsOneToAndFroEveryHalfMinute() {
        for (int i = 0; i < 1_000; i++) {
            health.check();
        }
        assertThat(keeper.calls).isEqualTo(2);

        pass(Duration.ofSeconds(30));
        health.check();
        assertThat(keeper.calls).isEqualTo(4);
    }

    @Test
    void aKeeperThatIsAwayIsAskedAgainAfterFiveSeconds() {
        keeper.away = true;
        assertThatThrownBy(health::check).isInstanceOf(KeyUnavailableException.class);
        keeper.away = false;
        assertThatThrownBy(health::check).isInstanceOf(KeyUnavailableException.class);
        assertThat(keeper.calls).isEqualTo(1);

        pass(Duration.ofSeconds(5));
        assertThatCode(health::check).doesNotThrowAnyException();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static final class Keeper implements KeyWrapper {

        private final KeyWrapper ring = FernetKeyRing.of(FernetKeyRing.generate());
        private boolean away;
        private int calls;

        @Override
        public byte[] wrap(byte[] key, Map<String, String> context) {
            called();
            return ring.wrap(key, context);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
            called();
            return ring.unwrap(wrapped, context);
        }

        @Override
        public boolean isNewest(byte[] wrapped) {
            return ring.isNewest(wrapped);
        }

        private void called() {
            calls++;
            if (away) {
                throw new KeyUnavailableException("away", null);
            }
        }
    }
}
