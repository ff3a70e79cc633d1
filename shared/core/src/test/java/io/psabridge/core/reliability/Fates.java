package io.psabridge.core.reliability;

import io.psabridge.core.note.DeliveryPoint;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What became of the notes that a process had on their way when it died at some point. */
final class Fates {

    private static final String ON_THEIR_WAY =
            "SELECT id, attempts FROM note_post WHERE state = 'posting'";

    private final OwnPostgres database;
    private final Map<DeliveryPoint, Integer> deaths = new EnumMap<>(DeliveryPoint.class);
    private final Map<DeliveryPoint, Map<String, Long>> left = new EnumMap<>(DeliveryPoint.class);

    Fates(OwnPostgres database) {
        this.database = database;
    }

    /**
     * Of the notes that were on their way, those that were found, and those that were sent again.
     */
    record Fate(int deaths, int found, int sentAgain) {}

    /** A process died here just now. */
    void died(DeliveryPoint point) {
        deaths.merge(point, 1, Integer::sum);
        left.computeIfAbsent(point, any -> new HashMap<>()).putAll(database.pairs(ON_THEIR_WAY));
    }

    /** Once everything is delivered. */
    Map<DeliveryPoint, Fate> of() {
        Map<String, Long> attempts = database.pairs("SELECT id, attempts FROM note_post");
        Map<DeliveryPoint, Fate> fates = new EnumMap<>(DeliveryPoint.class);
        deaths.forEach((point, count) -> {
            Map<String, Long> notes = left.getOrDefault(point, Map.of());
            long again =
                    notes.entrySet().stream()
                            .filter(note ->
                                    attempts.getOrDefault(note.getKey(), 0L) > note.getValue())
                            .count();
            fates.put(point, new Fate(count, notes.size() - (int) again, (int) again));
        });
        return fates;
    }
}
