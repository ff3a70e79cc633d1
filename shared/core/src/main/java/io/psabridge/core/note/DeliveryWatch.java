package io.psabridge.core.note;

/** Watches deliveries go by. */
public interface DeliveryWatch {

    void reached(DeliveryPoint point);
}
