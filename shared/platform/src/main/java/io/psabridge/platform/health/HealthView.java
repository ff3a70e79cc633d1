package io.psabridge.platform.health;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a health check.
 *
 * @param down what is not reachable; absent when all is well
 */
@Serdeable
record HealthView(String status, @Nullable List<String> down) {

    static HealthView of(List<String> down) {
        return down.isEmpty() ? new HealthView("UP", null) : new HealthView("DOWN", down);
    }
}
