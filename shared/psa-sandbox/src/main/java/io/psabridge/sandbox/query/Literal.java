package io.psabridge.sandbox.query;

import java.time.Instant;

/** A value as it is written in a condition. */
sealed interface Literal {

    record Text(String value) implements Literal {}

    record Numeric(double value, String written) implements Literal {}

    record Flag(boolean value) implements Literal {}

    /** A moment in brackets; {@code dateOnly} when it was written without a time. */
    record Moment(Instant value, boolean dateOnly) implements Literal {}

    record Null() implements Literal {}
}
