package io.psabridge.tck.memory;

/** The PSA in memory understood and says no. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
