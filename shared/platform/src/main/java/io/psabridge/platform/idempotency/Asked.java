package io.psabridge.platform.idempotency;

/**
 * The request that a key stands for.
 *
 * @param body in the one form that all texts of the same meaning share
 */
record Asked(String method, String path, String body) {

    @Override
    public String toString() {
        return method + " " + path; // the body is the caller's business
    }
}
