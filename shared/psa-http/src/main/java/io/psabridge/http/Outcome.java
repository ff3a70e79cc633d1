package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;

/** What one try of a call came to. */
sealed interface Outcome {

    Reply reply() throws OutboundException;

    /** Whether the peer may have seen the request. */
    boolean written();

    /** The same, but knowing what an earlier try of the call may have written. */
    Outcome after(Outcome earlier);

    default boolean isBusy() {
        return this instanceof Failed(OutboundException failure) && failure.reason() == Reason.BUSY;
    }

    /** The PSA answered, whatever the status. */
    record Answered(Reply reply) implements Outcome {

        @Override
        public boolean written() {
            return true;
        }

        @Override
        public Outcome after(Outcome earlier) {
            return this;
        }
    }

    /** There is no answer. */
    record Failed(OutboundException failure) implements Outcome {

        @Override
        public Reply reply() throws OutboundException {
            throw failure;
        }

        @Override
        public boolean written() {
            return failure.written();
        }

        @Override
        public Outcome after(Outcome earlier) {
            if (written() || !earlier.written()) {
                return this;
            }
            return new Failed(
                    new OutboundException(
                            failure.reason(), true, String.valueOf(failure.getMessage()), failure));
        }
    }
}
