package io.psabridge.functions.notes;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a look at all that is due came to.
 *
 * @param started how many pieces of work were begun
 */
@Serdeable.Serializable
record SweepAnswer(int started) {}
