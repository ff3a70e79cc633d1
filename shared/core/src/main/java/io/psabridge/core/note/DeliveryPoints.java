package io.psabridge.core.note;

import jakarta.inject.Singleton;
import java.util.List;

/** Tells whoever watches how far a delivery is. */
@Singleton
final class DeliveryPoints {

    private final List<DeliveryWatch> watches;

    DeliveryPoints(List<DeliveryWatch> watches) {
        this.watches = watches;
    }

    void reached(DeliveryPoint point) {
        watches.forEach(watch -> watch.reached(point));
    }
}
