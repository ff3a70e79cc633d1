package io.psabridge.platform.keys;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Refuses to wait for the keeper of the keys while a database connection is held; counts the calls.
 */
public final class GuardedKeyWrapper implements KeyWrapper {

    private final KeyWrapper wrapper;
    private final BooleanSupplier inTransaction;
    private final AtomicLong calls = new AtomicLong();

    public GuardedKeyWrapper(KeyWrapper wrapper, BooleanSupplier inTransaction) {
        this.wrapper = wrapper;
        this.inTransaction = inTransaction;
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        return guarded(() -> wrapper.wrap(key, context));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        return guarded(() -> wrapper.unwrap(wrapped, context));
    }

    @Override
    public boolean isNewest(byte[] wrapped) {
        return guarded(() -> wrapper.isNewest(wrapped));
    }

    /** How often the keeper was called. */
    public long calls() {
        return calls.get();
    }

    private <T> T guarded(Supplier<T> call) {
        if (inTransaction.getAsBoolean()) {
            throw new IllegalStateException(
                    "A key was asked for inside a transaction: no database connection may be held while"
                            + " the keeper of the keys answers");
        }
        calls.incrementAndGet();
        return call.get();
    }
}
