package io.psabridge.sandbox.query;

/** A query that the PSA refuses; the message is the one it answers with. */
public final class QueryException extends RuntimeException {

    public QueryException(String message) {
        super(message, null, false, false);
    }
}
