package io.psabridge.functions.statuses;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.spi.Status;

/**
 * A status that a ticket may have.
 *
 * @param closed a ticket in it counts as closed
 * @param isDefault new tickets of the board get it
 */
@Serdeable
record StatusView(
        String id, String name, boolean closed, @JsonProperty("default") boolean isDefault) {

    static StatusView of(Status status) {
        return new StatusView(
                status.id().value(), status.name(), status.closed(), status.isDefault());
    }
}
