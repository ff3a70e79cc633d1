package io.psabridge.platform.queue;

import java.util.function.BooleanSupplier;

/** Does one kind of work. */
public interface WorkHandler {

    /** The {@link Work#kind} that it does. */
    String kind();

    /**
     * Does what there is to do, outside any transaction, and ends or postpones the work. What it
     * neither ends nor postpones is due again when its lease is over.
     */
    void handle(Work claimed);

    /**
     * As {@link #handle(Work)}. Who does it in several steps begins none once {@code goOn} says no,
     * and gives the work back.
     */
    default void handle(Work claimed, BooleanSupplier goOn) {
        handle(claimed);
    }
}
