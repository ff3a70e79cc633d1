package io.psabridge.connectwise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers the key with which each connection's messages are signed. */
final class SigningKeys {

    private static final int CAPACITY = 1_000;
    private static final long LEAST_PAUSE_NANOS = 60_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<String, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > CAPACITY;
                }
            };

    SigningKeys(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<CallbackSignature> find(String connection) {
        return Optional.ofNullable(known.get(connection)).map(Known::signature);
    }

    /** Whether a key may be fetched anew: once a minute, however many forgeries come. */
    synchronized boolean mayAskAgain(String connection) {
        Known last = known.get(connection);
        return last == null || nanoTime.getAsLong() - last.since() >= LEAST_PAUSE_NANOS;
    }

    synchronized void remember(String connection, CallbackSignature signature) {
        known.put(connection, new Known(signature, nanoTime.getAsLong()));
    }

    private record Known(CallbackSignature signature, long since) {}
}
