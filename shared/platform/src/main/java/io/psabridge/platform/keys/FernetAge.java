package io.psabridge.platform.keys;

import com.macasaet.fernet.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.function.Function;

/** How old, and how far in the future, a token may be. */
record FernetAge(Clock clock, Duration future) implements Validator<byte[]> {

    /** Longer than any clock has been running. */
    private static final Duration EVER = Duration.ofDays(365_000);

    /** A wrapped key lives as long as its row, whichever machine's clock made it. */
    static final FernetAge ANY = new FernetAge(Clock.systemUTC(), EVER);

    /** Of any age, but not from a future that no clock's drift explains. */
    static FernetAge past(Clock clock) {
        // the library leaves the last moment out
        return new FernetAge(clock, Duration.ofSeconds(60).plusMillis(1));
    }

    @Override
    public Clock getClock() {
        return clock;
    }

    @Override
    public TemporalAmount getTimeToLive() {
        return EVER;
    }

    @Override
    public TemporalAmount getMaxClockSkew() {
        return future;
    }

    @Override
    public Function<byte[], byte[]> getTransformer() {
        return Function.identity();
    }
}
