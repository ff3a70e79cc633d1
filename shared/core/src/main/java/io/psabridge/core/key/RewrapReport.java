package io.psabridge.core.key;

import java.util.EnumMap;
import java.util.Map;

/** What became of the wrapped keys. */
public final class RewrapReport {

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    /** What became of one. */
    public enum Outcome {
        WRAPPED_ANEW,
        NEWEST_ALREADY,
        /** Rotated, deleted or wrapped anew by another process, which counts as done. */
        CHANGED_MEANWHILE,
        /** It does not open: it was tampered with, or its key is missing. */
        REFUSED
    }

    void count(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    public int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
