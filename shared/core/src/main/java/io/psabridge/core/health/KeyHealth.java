package io.psabridge.core.health;

import io.psabridge.platform.health.HealthCheck;
import io.psabridge.platform.keys.KeyProbe;
import io.psabridge.platform.keys.KeyWrapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the keeper of the keys wraps and unwraps. Asks at most every half minute, or five seconds
 * after a failure, however often the question comes.
 */
@Singleton
final class KeyHealth implements HealthCheck {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final Duration BAD_FOR = Duration.ofSeconds(5);

    private final KeyWrapper keys;
    private final LongSupplier nanos;
    private @Nullable RuntimeException failure;
    private long askAgain;
    private boolean asked;

    @Inject
    KeyHealth(KeyWrapper keys) {
        this(keys, System::nanoTime);
    }

    KeyHealth(KeyWrapper keys, LongSupplier nanos) {
        this.keys = keys;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public synchronized void check() {
        if (!asked || nanos.getAsLong() - askAgain >= 0) {
            failure = asked();
            asked = true;
            askAgain = nanos.getAsLong() + (failure == null ? GOOD_FOR : BAD_FOR).toNanos();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable RuntimeException asked() {
        try {
            KeyProbe.check(keys);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
