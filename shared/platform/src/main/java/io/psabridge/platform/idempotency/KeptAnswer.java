package io.psabridge.platform.idempotency;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is given again.
 *
 * @param body JSON
 */
@Serdeable
record KeptAnswer(int status, @Nullable String location, @Nullable String body) {

    @Override
    public String toString() {
        return "KeptAnswer[" + status + "]"; // the body may quote a note
    }
}
