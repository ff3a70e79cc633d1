package io.psabridge.core.reliability;

import io.psabridge.platform.queue.Work;
import io.psabridge.platform.queue.WorkHandler;

/** Breaks off whatever it is given. */
final class BrokenWork implements WorkHandler {

    static final String KIND = "broken";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Work claimed) {
        throw new IllegalStateException("Broken off");
    }
}
