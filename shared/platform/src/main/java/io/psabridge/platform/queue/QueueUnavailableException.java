package io.psabridge.platform.queue;

/** A message did not get into the queue, or nobody knows. */
final class QueueUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
