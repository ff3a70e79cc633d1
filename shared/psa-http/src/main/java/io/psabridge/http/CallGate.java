package io.psabridge.http;

import java.time.Duration;

/**
 * Asked before each call leaves. {@code core} gives the one that refuses inside a database
 * transaction.
 */
public interface CallGate {

    /** Lets every call pass and remembers nothing: for tests and tools that have no store. */
    CallGate OPEN =
            new CallGate() {
                @Override
                public void beforeCall(String connection) {}

                @Override
                public void blocked(String connection, Duration time) {}
            };

    /**
     * Lets a call pass, or fails: with BUSY while the connection is blocked, with
     * IllegalStateException inside a transaction.
     */
    void beforeCall(String connection) throws OutboundException;

    /** The PSA answered 429 and asked to be left alone for this long, at most an hour. */
    void blocked(String connection, Duration time);
}
