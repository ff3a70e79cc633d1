package io.psabridge.platform.keys;

import com.macasaet.fernet.Validator;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.function.Function;

/** Takes a token of any age, unless it is from more than a minute in the future. */
final class AnyAge implements Validator<byte[]> {

    static final AnyAge VALIDATOR = new AnyAge();

    private static final Duration FOREVER = Duration.ofDays(365L * 1_000);

    private AnyAge() {}

    @Override
    public TemporalAmount getTimeToLive() {
        return FOREVER;
    }

    @Override
    public Function<byte[], byte[]> getTransformer() {
        return Function.identity();
    }
}
