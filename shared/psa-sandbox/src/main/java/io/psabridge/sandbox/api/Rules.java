package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.data.Row;

/** What a kind of record does beyond being stored. */
interface Rules {

    Rules NONE = new Rules() {};

    /** Looks at a body before anything is made of it. */
    default void received(Draft draft) {}

    /** Gives a new record what it gets by itself. */
    default void fill(Draft draft) {}

    /** Adds to the errors what does not fit, and computes what follows. */
    default void check(Draft draft) {}

    /** The record is stored: what happens next. */
    default void saved(Draft draft, Row row) {}

    /** The record is gone. */
    default void removed(Call call, Row row) {}

    /** The right that making such a record takes. */
    default Action toCreate() {
        return Action.ADD;
    }
}
