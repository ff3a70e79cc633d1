package io.psabridge.platform.metrics;

import java.util.List;

/**
 * What is counted.
 *
 * @param name in lower case, with underscores
 */
public record Count(String name, List<Label> labels) {

    public Count {
        labels = List.copyOf(labels);
    }
}
