package io.psabridge.platform.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;

/**
 * A {@link Nudge} as it travels. Who reads it passes over members of a later version.
 *
 * @param work the {@link Work#id}
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record NudgeMessage(String tenant, String work) {

    NudgeMessage {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(work);
    }
}
