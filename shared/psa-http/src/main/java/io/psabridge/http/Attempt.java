package io.psabridge.http;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** One sending of one call: how far it came, and the way to stop it. */
final class Attempt {

    private enum State {
        PREPARED,
        WRITTEN,
        STOPPED,
        STOPPED_AFTER_WRITING,
        ANSWERED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.PREPARED);
    private final HttpUriRequestBase request;

    Attempt(HttpUriRequestBase request) {
        this.request = request;
    }

    /** Asked when the connection stands: from here on the peer may see the request. */
    boolean mayWrite() {
        return state.compareAndSet(State.PREPARED, State.WRITTEN);
    }

    /** Closes the connection, under a blocked read or write too. */
    void stop() {
        if (state.compareAndSet(State.PREPARED, State.STOPPED)
                || state.compareAndSet(State.WRITTEN, State.STOPPED_AFTER_WRITING)) {
            request.cancel();
        }
    }

    /** Whether the whole answer is here and the attempt was not stopped before. */
    boolean answered() {
        return state.compareAndSet(State.WRITTEN, State.ANSWERED);
    }

    boolean stopped() {
        State now = state.get();
        return now == State.STOPPED || now == State.STOPPED_AFTER_WRITING;
    }

    /** False only when the peer certainly saw nothing of the request. */
    boolean written() {
        State now = state.get();
        return now != State.PREPARED && now != State.STOPPED;
    }
}
