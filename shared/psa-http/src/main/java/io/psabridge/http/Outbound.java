package io.psabridge.http;

/** Sends calls to PSAs. Safe for use by many threads. */
public interface Outbound {

    /**
     * Sends a call and reads its answer, whatever the status. Never follows a redirect. Repeats the
     * call only when {@link Call#repeatable} says that this does no harm, or when it certainly
     * never reached the PSA.
     */
    Reply send(Call call) throws OutboundException;
}
